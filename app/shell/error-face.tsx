import { isRouteErrorResponse } from "@remix-run/react";
import {
  CircleAlert,
  FileWarning,
  type LucideIcon,
  SearchX,
  ShieldAlert,
  WifiOff,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { useReference } from "../reference";
import { Button, ButtonLink } from "../ui";
import { Crest } from "./crest";

type Reason =
  | "forbidden"
  | "notFound"
  | "tooMany"
  | "tooLarge"
  | "conflict"
  | "maintenance"
  | "unexpected"
  | "offline";

const byStatus: Record<number, Reason> = {
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  413: "tooLarge",
  429: "tooMany",
  503: "maintenance",
};

const icons: Partial<Record<Reason, LucideIcon>> = {
  forbidden: ShieldAlert,
  notFound: SearchX,
  tooLarge: FileWarning,
  offline: WifiOff,
};

/** What failed, what is safe, one button, and a number to read out on the phone. */
export function ErrorFace({ error }: { error: unknown }) {
  const t = useTranslations("errors");
  const reason = reasonOf(error);
  const logged = useReference();
  const reference = referenceOf(error) ?? logged;
  const Icon = icons[reason] ?? CircleAlert;
  return (
    <main
      id="content"
      tabIndex={-1}
      className="grid min-h-dvh place-content-center justify-items-center gap-3 bg-canvas p-6 text-center"
    >
      <Crest size={48} />
      <Icon aria-hidden className="mt-4 size-10 text-muted" strokeWidth={1.5} />
      <h1 className="text-h1">{t(`${reason}.title`)}</h1>
      <p className="max-w-[44ch] text-body text-muted">{t(`${reason}.body`)}</p>
      {reference !== null && (
        <p className="text-small text-muted">{t("reference", { ref: reference })}</p>
      )}
      <div className="mt-3 flex gap-3">
        {reason === "notFound" || reason === "forbidden" ? (
          <ButtonLink to="/" variant="primary">
            {t("home")}
          </ButtonLink>
        ) : (
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t("reload")}
          </Button>
        )}
      </div>
    </main>
  );
}

function reasonOf(error: unknown): Reason {
  if (isRouteErrorResponse(error)) return byStatus[error.status] ?? "unexpected";
  // A page's data that could not be fetched, because the network or the server is away.
  if (error instanceof TypeError && /fetch/i.test(error.message)) return "offline";
  return "unexpected";
}

/** The server puts the number of its log entry into the answer. */
function referenceOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null;
  const data: unknown = error.data;
  if (
    typeof data === "object" &&
    data !== null &&
    "reference" in data &&
    typeof data.reference === "string"
  ) {
    return data.reference;
  }
  return null;
}

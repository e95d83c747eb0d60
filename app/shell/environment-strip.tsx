import { FlaskConical, LockOpen } from "lucide-react";
import { useTranslations } from "use-intl";
import { classes } from "../ui";

/** 24 px on top of every page: whose system this is, and what it must not be mistaken for. */
export function EnvironmentStrip({
  owner,
  demo,
  plainHttp,
}: {
  owner: string;
  demo: boolean;
  plainHttp: boolean;
}) {
  const t = useTranslations("shell");
  return (
    <aside
      aria-label={t("environment")}
      className={classes(
        "print:hidden grid h-6 shrink-0 grid-cols-[1fr_auto_1fr] items-center overflow-hidden sm:grid-cols-[minmax(max-content,1fr)_auto_minmax(0,1fr)] gap-3 px-4 text-caption",
        demo ? "bg-warn-soft text-on-warn-soft" : "bg-surface-2 text-muted",
      )}
    >
      <span className="truncate">{owner}</span>
      {demo ? (
        <span className="flex items-center gap-1.5 font-[650] whitespace-nowrap">
          <FlaskConical aria-hidden className="size-4" />
          {t("demo")}
        </span>
      ) : (
        <span />
      )}
      {plainHttp && (
        <span className="flex items-center justify-end gap-1.5 truncate" title={t("plainHttp")}>
          <LockOpen aria-hidden className="size-3.5 shrink-0" />
          <span className="hidden truncate sm:inline">{t("plainHttp")}</span>
        </span>
      )}
    </aside>
  );
}

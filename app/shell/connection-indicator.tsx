import { LoaderCircle, type LucideIcon, Wifi, WifiLow, WifiOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { classes, PlainButton, Popover } from "../ui";

export type ConnectionState = "online" | "slow" | "reconnecting" | "offline";

const faces: Record<ConnectionState, { icon: LucideIcon; look: string }> = {
  online: { icon: Wifi, look: "bg-approve-soft text-on-approve-soft" },
  slow: { icon: WifiLow, look: "bg-warn-soft text-on-warn-soft" },
  reconnecting: { icon: LoaderCircle, look: "bg-warn-soft text-on-warn-soft" },
  offline: { icon: WifiOff, look: "bg-warn-soft text-on-warn-soft" },
};

/** One vocabulary of connection everywhere; the word stands beside the picture as soon as it is not "online". */
export function ConnectionIndicator({ state }: { state: ConnectionState }) {
  const t = useTranslations("connection");
  const { icon: Icon, look } = faces[state];
  const word = t(state);
  return (
    <Popover
      label={t("label", { state: word })}
      trigger={
        <PlainButton
          label={t("label", { state: word })}
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-full"
        >
          <span
            className={classes(
              "inline-flex h-9 min-w-9 items-center justify-center gap-1.5 rounded-full text-caption",
              state !== "online" && "px-3",
              look,
            )}
          >
            <Icon aria-hidden className={classes("size-5", state === "reconnecting" && "turns")} />
            {state !== "online" && <span className="whitespace-nowrap">{word}</span>}
          </span>
        </PlainButton>
      }
    >
      <p className="text-label font-[650]">{word}</p>
      <p className="mt-1 text-small text-muted">{t(`explain.${state}`)}</p>
    </Popover>
  );
}

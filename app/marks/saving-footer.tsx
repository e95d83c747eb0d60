import { Check, CloudUpload, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Instant } from "../../domain/text";
import { usePeople } from "../attendance";
import { useBodyTime } from "../messages/body-time";
import { useRefusalSentence } from "../messages/refusal";
import { type Saving, useSaving } from "./marks-store";

/** Whether what was written is safe, and where: only what the server has acknowledged is called saved. */
export function SavingFooter() {
  const saving = useSaving();
  return (
    <div role="status" className="grid shrink-0 gap-1 border-t border-border px-5 py-3 text-small">
      <SavingLines saving={saving} />
    </div>
  );
}

function SavingLines({ saving }: { saving: Saving }) {
  const t = useTranslations("marks");
  const sentence = useRefusalSentence();
  switch (saving.state) {
    case "saved":
      return <SavedAt at={saving.at} />;
    case "keeping":
      return (
        <p className="flex items-center gap-2 text-muted">
          <LoaderCircle aria-hidden className="size-4.5 shrink-0" />
          {t("keeping")}
        </p>
      );
    case "on_device":
      return (
        <>
          {saving.at !== null && <SavedAt at={saving.at} />}
          <p className="flex items-center gap-2 text-warn">
            <CloudUpload aria-hidden className="size-4.5 shrink-0" />
            {t("onDevice", { count: saving.count })}
          </p>
        </>
      );
    case "unsafe":
    case "refused":
      return (
        <p className="flex items-start gap-2 text-on-danger-soft">
          <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
          <span>
            <b className="block">{t(saving.state, { count: saving.count })}</b>
            {saving.state === "unsafe" ? t("unsafeExplain") : sentence({ code: saving.code })}
          </span>
        </p>
      );
  }
}

function SavedAt({ at }: { at: Instant | null }) {
  const t = useTranslations("marks");
  const { timeZone } = usePeople();
  const { recent } = useBodyTime(timeZone);
  return (
    <p className="flex items-center gap-2">
      <Check aria-hidden className="size-4.5 shrink-0 text-approve" />
      {at === null ? t("savedNothing") : t("savedAt", { time: recent(at) })}
    </p>
  );
}

/** The same as a strip under the bars: always where something is in danger, and held upright while the line is away. */
export function SavingStrip() {
  const t = useTranslations("marks");
  const { timeZone } = usePeople();
  const { recent } = useBodyTime(timeZone);
  const sentence = useRefusalSentence();
  const saving = useSaving();
  if (saving.state === "saved" || saving.state === "keeping") return null;
  if (saving.state === "on_device") {
    const { count, at } = saving;
    return (
      <div
        role="status"
        className="flex min-h-9 shrink-0 items-center gap-2 bg-warn-soft px-5 text-small text-on-warn-soft landscape:hidden"
      >
        <CloudUpload aria-hidden className="size-4.5 shrink-0" />
        <b>{t("onDeviceShort")}</b>
        <span className="ms-auto text-end">
          {at === null
            ? t("onDeviceDetailNever", { count })
            : t("onDeviceDetail", { count, time: recent(at) })}
        </span>
      </div>
    );
  }
  return (
    <div
      role="alert"
      className="flex min-h-9 shrink-0 items-center gap-2 border-b border-danger bg-danger-soft px-5 py-1 text-small text-on-danger-soft"
    >
      <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
      <b>{t(saving.state, { count: saving.count })}</b>
      <span>
        {saving.state === "unsafe" ? t("unsafeExplain") : sentence({ code: saving.code })}
      </span>
    </div>
  );
}

import { CloudUpload } from "lucide-react";
import { useTranslations } from "use-intl";

/** Beside what the server has not acknowledged yet. */
export function WaitingSign() {
  const t = useTranslations("marks");
  return (
    <span role="img" aria-label={t("waitingLabel")} className="shrink-0 text-warn">
      <CloudUpload aria-hidden className="size-5" />
    </span>
  );
}

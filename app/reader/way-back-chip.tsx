import { ArrowLeft, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton, PlainButton } from "../ui";
import { useReader } from "./reader-context";
import { useReading } from "./reading";

/** After a jump: one press leads back to where reading was, in whichever paper that is. */
export function WayBackChip() {
  const t = useTranslations("reader");
  const { back, pack, choose } = useReading();
  const { desk, paper } = useReader();
  const { last } = back;
  if (last === null) return null;
  const go = () => {
    back.pop();
    if (last.documentId === paper.documentId) {
      desk.goToPlace(last);
      desk.scroller.current?.focus({ preventScroll: true });
      return;
    }
    const other = pack.find(({ documentId }) => documentId === last.documentId);
    if (other !== undefined) choose(other, last.page);
  };
  return (
    <div className="absolute start-3 bottom-3 z-bar flex items-center rounded-full border border-primary bg-surface shadow-float">
      <PlainButton
        onPress={go}
        className="flex min-h-12 items-center gap-2 rounded-full ps-4 pe-2 text-label font-[600] text-primary hover:bg-primary-soft"
      >
        <ArrowLeft aria-hidden className="size-5" />
        <span className="tabular-nums">{t("backTo", { n: last.packPage })}</span>
      </PlainButton>
      <IconButton icon={X} label={t("dismissBack")} onPress={back.pop} />
    </div>
  );
}

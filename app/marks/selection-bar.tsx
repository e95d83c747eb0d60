import { Copy, Highlighter, MessageSquarePlus, Strikethrough, Underline } from "lucide-react";
import { useTranslations } from "use-intl";
import { announceDone, announceProblem, IconButton } from "../ui";
import { boxesOn } from "./anchors";
import { useChosenText } from "./chosen-text";

const barWidth = 5 * 44 + 10;

/** Under the text that is selected, with the finger or by keyboard: what can be done with it. */
export function SelectionBar({
  page,
  scale,
  width,
}: {
  page: number;
  scale: number;
  width: number;
}) {
  const t = useTranslations("marks");
  const { chosen, mark, note } = useChosenText();
  if (chosen === null || chosen.page !== page) return null;
  const { anchor, words } = chosen;
  const last = anchor === null ? undefined : boxesOn(anchor, page).at(-1);
  const left = last === undefined ? width / 2 : (last.x + last.width / 2) * scale;
  const top = last === undefined ? 8 : (last.y + last.height) * scale + 10;
  const copy = () => {
    if (!("clipboard" in navigator)) {
      announceProblem(t("notCopied"));
      return;
    }
    navigator.clipboard.writeText(words).then(
      () => announceDone(t("copied")),
      () => announceProblem(t("notCopied")),
    );
  };
  return (
    <div
      role="toolbar"
      aria-label={t("selection")}
      // A press on the bar must leave the selection as it is.
      onPointerDown={(event) => event.preventDefault()}
      className="absolute z-popover flex rounded-2 border border-border bg-surface p-1 shadow-float select-none"
      style={{ top, left: Math.max(4, Math.min(width - barWidth - 4, left - barWidth / 2)) }}
    >
      <IconButton icon={Copy} label={t("copy")} onPress={copy} />
      <IconButton
        icon={Highlighter}
        label={t("toolKey", { tool: t("tool.highlight"), key: "H" })}
        onPress={() => mark("highlight")}
      />
      <IconButton
        icon={Underline}
        label={t("toolKey", { tool: t("tool.underline"), key: "U" })}
        onPress={() => mark("underline")}
      />
      <IconButton
        icon={Strikethrough}
        label={t("toolKey", { tool: t("tool.strike"), key: "X" })}
        onPress={() => mark("strike")}
      />
      <IconButton
        icon={MessageSquarePlus}
        label={t("toolKey", { tool: t("tool.note"), key: "N" })}
        onPress={note}
      />
    </div>
  );
}

import {
  Eraser,
  Highlighter,
  type LucideIcon,
  MessageSquarePlus,
  Pen,
  Redo2,
  Strikethrough,
  Underline,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { classes, PlainButton } from "../ui";
import { Swatch } from "./colour-bar";
import { useMarksStore } from "./marks-store";
import { toolKeys } from "./tool-keys";
import { type MarkTool, markTools, useTooling } from "./tooling";
import { useCanRedo, useCanUndo } from "./use-store";

const icons: Readonly<Record<MarkTool, LucideIcon>> = {
  ink: Pen,
  highlight: Highlighter,
  underline: Underline,
  strike: Strikethrough,
  note: MessageSquarePlus,
  eraser: Eraser,
};

/** The tools: one is in the hand or none, then what takes back one's own gestures. Under the paper they have words. */
export function MarkTools() {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { tool: held, take, colour, inkColour } = useTooling();
  const canUndo = useCanUndo();
  const canRedo = useCanRedo();
  return (
    <fieldset
      aria-label={t("tools")}
      className="flex min-w-0 items-center group-data-[place=below]/tools:w-full group-data-[place=below]/tools:max-w-3xl group-data-[place=below]/tools:justify-around"
    >
      {markTools.map((tool) => (
        <ToolButton
          key={tool}
          icon={icons[tool]}
          word={t(`tool.${tool}`)}
          hint={t("toolKey", { tool: t(`tool.${tool}`), key: toolKeys[tool].toUpperCase() })}
          pressed={held === tool}
          onPress={() => take(tool)}
        >
          {held === tool && tool !== "eraser" && (
            <span className="hidden group-data-[place=below]/tools:flex">
              <Swatch colour={tool === "ink" ? inkColour : colour} isInk={tool === "ink"} />
            </span>
          )}
        </ToolButton>
      ))}
      <span
        aria-hidden
        className="mx-1 h-6 border-s border-border group-data-[place=below]/tools:hidden"
      />
      <ToolButton
        icon={Undo2}
        word={t("undo")}
        hint={t("undo")}
        isDisabled={!canUndo}
        onPress={() => store.undo()}
      />
      <ToolButton
        icon={Redo2}
        word={t("redo")}
        hint={t("redo")}
        isDisabled={!canRedo}
        onPress={() => store.redo()}
      />
    </fieldset>
  );
}

function ToolButton({
  icon: Icon,
  word,
  hint,
  pressed,
  isDisabled = false,
  onPress,
  children,
}: {
  icon: LucideIcon;
  word: string;
  hint: string;
  pressed?: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children?: ReactNode;
}) {
  return (
    <PlainButton
      label={hint}
      hint={hint}
      {...(pressed === undefined ? {} : { pressed })}
      isDisabled={isDisabled}
      onPress={onPress}
      className={classes(
        "grid min-h-11 min-w-11 shrink-0 place-items-center rounded-2 text-muted group-data-[place=below]/tools:min-h-15 group-data-[place=below]/tools:content-center group-data-[place=below]/tools:gap-0.5",
        "disabled:text-subtle disabled:opacity-50",
        pressed === true ? "text-on-primary-soft" : "hover:bg-surface-2",
      )}
    >
      <span
        className={classes(
          "flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-2 group-data-[place=below]/tools:min-h-8 group-data-[place=below]/tools:px-3 group-data-[place=below]/tools:py-1",
          pressed === true && "bg-primary-soft",
        )}
      >
        <Icon aria-hidden className="size-5" />
        {children}
      </span>
      <span
        aria-hidden
        className={classes(
          "hidden text-caption group-data-[place=below]/tools:block max-sm:!hidden @max-[40rem]/reader:!hidden",
          pressed === true ? "font-[650] text-primary" : "text-ink",
        )}
      >
        {word}
      </span>
    </PlainButton>
  );
}

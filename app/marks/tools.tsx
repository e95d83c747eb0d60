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
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui";
import { useMarksStore } from "./marks-store";
import { toolKeys } from "./tool-keys";
import { type MarkTool, markTools, useTooling } from "./tooling";

const icons: Readonly<Record<MarkTool, LucideIcon>> = {
  ink: Pen,
  highlight: Highlighter,
  underline: Underline,
  strike: Strikethrough,
  note: MessageSquarePlus,
  eraser: Eraser,
};

/** The tools in the bar above the paper: one is in the hand or none, then what takes back one's own gestures. */
export function MarkTools() {
  const t = useTranslations("marks");
  const store = useMarksStore();
  const { tool: held, take } = useTooling();
  const canUndo = useSyncExternalStore(subscriberOf(store), store.canUndo.bind(store), never);
  const canRedo = useSyncExternalStore(subscriberOf(store), store.canRedo.bind(store), never);
  return (
    <fieldset aria-label={t("tools")} className="flex items-center">
      {markTools.map((tool) => (
        <IconButton
          key={tool}
          icon={icons[tool]}
          label={t("toolKey", { tool: t(`tool.${tool}`), key: toolKeys[tool].toUpperCase() })}
          pressed={held === tool}
          onPress={() => take(tool)}
        />
      ))}
      <span aria-hidden className="mx-1 h-6 border-s border-border" />
      <IconButton
        icon={Undo2}
        label={t("undo")}
        isDisabled={!canUndo}
        onPress={() => store.undo()}
      />
      <IconButton
        icon={Redo2}
        label={t("redo")}
        isDisabled={!canRedo}
        onPress={() => store.redo()}
      />
    </fieldset>
  );
}

const never = () => false;

const subscribers = new WeakMap<object, (listener: () => void) => () => void>();

/** The same function for the same store: another one each time would be subscribed anew with each picture. */
function subscriberOf(store: ReturnType<typeof useMarksStore>) {
  const known = subscribers.get(store) ?? ((listener: () => void) => store.subscribe(listener));
  subscribers.set(store, known);
  return known;
}

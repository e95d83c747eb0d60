import { useEffect, useRef } from "react";
import { useReader } from "../reader/reader-context";
import { isInControl, useChosenText } from "./chosen-text";
import { useMarksStore } from "./marks-store";
import { toolOfKey } from "./tool-keys";
import { useTooling } from "./tooling";

/**
 * The tools by keyboard, while the paper or nothing at all has the focus: a letter takes a tool, or uses it at once
 * on the text that is chosen. Undo and redo everywhere but in a field, which has its own.
 */
export function useMarkKeys(): void {
  const store = useMarksStore();
  const tooling = useTooling();
  const chosen = useChosenText();
  const { desk } = useReader();
  const latest = useRef({ store, tooling, chosen, desk });
  latest.current = { store, tooling, chosen, desk };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        if (undoes(event)) now.store.undo();
        else if (redoes(event)) now.store.redo();
        else return;
        event.preventDefault();
        return;
      }
      if (event.key === "Escape") {
        if (isInControl(event.target)) return;
        now.chosen.leave();
        now.tooling.take(null);
        now.tooling.select(null);
        return;
      }
      const { target } = event;
      const isOurs = target === document.body || target === now.desk.scroller.current;
      if (!isOurs || event.repeat) return;
      const key = event.key.toLowerCase();
      const tool = toolOfKey(key);
      if (tool !== null) {
        const isText = tool === "highlight" || tool === "underline" || tool === "strike";
        const isUsed = (isText && now.chosen.mark(tool)) || (tool === "note" && now.chosen.note());
        if (!isUsed) now.tooling.take(tool);
      } else if (key === "t") now.chosen.begin();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

const isZ = ({ key }: KeyboardEvent) => key.toLowerCase() === "z";
const undoes = (event: KeyboardEvent) => isZ(event) && !event.shiftKey;
const redoes = (event: KeyboardEvent) =>
  (isZ(event) && event.shiftKey) || event.key.toLowerCase() === "y";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select") !== null)
  );
}

/** The text that is chosen, with a finger, a mouse or the keyboard, and the acts on it. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { type Reader, useReader } from "../reader/reader-context";
import { useSpeak } from "../shell";
import { announceProblem } from "../ui";
import { inWhole, placeOf, textAnchor, wholeOf } from "./anchors";
import { quoteOf } from "./mark-words";
import { readSelection, type SelectedText, useSelectedText } from "./selected-text";
import { chosenBy, cursorAt, cursorSteps, moved, type TextCursor } from "./text-cursor";
import { type TextTool, useTooling } from "./tooling";
import { useWriting } from "./use-writing";

type ChosenText = {
  chosen: SelectedText | null;
  /** false when no text is chosen */
  mark: (kind: TextTool) => boolean;
  note: () => boolean;
  /** begins choosing by keyboard, at the top of what is seen */
  begin: () => void;
  leave: () => void;
};

const Context = createContext<ChosenText | null>(null);

export function useChosenText(): ChosenText {
  const chosen = useContext(Context);
  if (chosen === null) throw new Error("There is no text to choose around this component.");
  return chosen;
}

export function ChosenTextProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("marks");
  const { text } = useReader();
  const { sheets, beginNote } = useTooling();
  const selected = useSelectedText(text, sheets);
  const { cursorText, begin, leaveCursor } = useTextCursor();
  const writing = useWriting();
  const speak = useSpeak();
  const chosen = cursorText ?? selected;

  const leave = useCallback(() => {
    leaveCursor();
    getSelection()?.removeAllRanges();
  }, [leaveCursor]);

  const latest = useRef({ cursorText, writing });
  latest.current = { cursorText, writing };
  const value = useMemo<ChosenText>(() => {
    // Keys come faster than the bar appears: what is selected now counts.
    const now = () => latest.current.cursorText ?? readSelection(text, sheets);
    const withAnchor = (act: (anchor: NonNullable<SelectedText["anchor"]>) => void) => {
      const taken = now();
      if (taken === null) return false;
      if (taken.anchor === null)
        announceProblem(t(taken.words.length > 4_000 ? "tooLong" : "notInText"));
      else {
        act(taken.anchor);
        leave();
      }
      return true;
    };
    return {
      chosen,
      mark: (kind) =>
        withAnchor((anchor) => {
          latest.current.writing.stretch(kind, anchor);
          speak.politely(t("marked", { quote: quoteOf(anchor) }));
        }),
      note: () => withAnchor(beginNote),
      begin,
      leave,
    };
  }, [chosen, text, sheets, beginNote, begin, leave, speak, t]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Arrow keys over the text while choosing by keyboard. */
function useTextCursor() {
  const t = useTranslations("marks");
  const reader = useReader();
  const { text } = reader;
  const { preview, colour } = useTooling();
  const speak = useSpeak();
  const [cursor, setCursor] = useState<TextCursor | null>(null);
  const latest = useRef({ reader, cursor });
  latest.current = { reader, cursor };

  const cursorText = useMemo<SelectedText | null>(() => {
    if (text === null || cursor === null) return null;
    const stretch = chosenBy(cursor);
    const anchor = textAnchor(text, stretch);
    const { text: whole } = wholeOf(text);
    const words = whole.slice(stretch.start, stretch.end);
    return { words, anchor, page: anchor?.rects.at(-1)?.page ?? 1 };
  }, [text, cursor]);

  useEffect(() => {
    const anchor = cursorText?.anchor ?? null;
    preview.show(anchor && { kind: "cursor", colour, anchor });
  }, [preview, cursorText, colour]);

  const begin = useCallback(() => {
    const { reader: now } = latest.current;
    const start = firstSeen(now);
    const begun =
      start === null || now.text === null ? null : cursorAt(wholeOf(now.text).text, start);
    if (begun === null) {
      speak.politely(t("noText"));
      return;
    }
    setCursor(begun);
    speak.politely(t("cursorBegun"));
  }, [speak, t]);
  const leaveCursor = useCallback(() => setCursor(null), []);

  const isOn = cursor !== null;
  useEffect(() => {
    if (!isOn || text === null) return;
    const { text: whole } = wholeOf(text);
    const onKey = (event: KeyboardEvent) => {
      const step = cursorSteps[event.key];
      const { cursor: now, reader: around } = latest.current;
      if (step === undefined || now === null || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (isInControl(event.target)) return;
      event.preventDefault();
      const next = moved(whole, now, step, event.shiftKey);
      setCursor(next);
      speak.politely(whole.slice(next.to.start, next.to.end));
      bringIntoView(around, next);
    };
    // Before the keys that leaf.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [isOn, text, speak]);

  return { cursorText, begin, leaveCursor };
}

export function isInControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, button, a, [role=dialog], [role=menu], [role=tab]") !==
      null
  );
}

/** The offset of the first line that is seen, in the whole text. */
function firstSeen({ text, desk }: Reader): number | null {
  const scroller = desk.scroller.current;
  if (text === null || desk.layout === null || scroller === null) return null;
  for (let page = desk.page; page <= desk.seen.last; page += 1) {
    const { top, scale } = desk.layout.boxOf(page);
    const run = text.pages[page - 1]?.runs.find(
      ({ box }) => top + box.y * scale >= scroller.scrollTop,
    );
    if (run !== undefined) return inWhole(text, page, run).start;
  }
  return null;
}

function bringIntoView({ text, desk }: Reader, cursor: TextCursor): void {
  const scroller = desk.scroller.current;
  const anchor = text && textAnchor(text, cursor.to);
  if (anchor === null || scroller === null || desk.layout === null) return;
  const { page, box } = placeOf(anchor);
  const { top, scale } = desk.layout.boxOf(page);
  const y = top + box.y * scale;
  const margin = 96;
  if (y < scroller.scrollTop + margin) scroller.scrollTop = y - margin;
  else if (y > scroller.scrollTop + scroller.clientHeight - margin) {
    scroller.scrollTop = y - scroller.clientHeight + margin;
  }
}

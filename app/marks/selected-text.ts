/** What is selected among the words laid over the pages, as a stretch of the one extracted text. */
import { useEffect, useState } from "react";
import type { VersionText } from "../../domain/documents";
import { inWhole, type TextAnchor, textAnchor, wholeOf } from "./anchors";
import type { Sheets } from "./sheets";
import { alignedStretch } from "./text-alignment";
import { offsetAt, type Stretch, wholeWords } from "./text-geometry";

export type SelectedText = {
  /** as it is copied */
  words: string;
  /** null: longer than one mark may quote, or nowhere in the extracted text */
  anchor: TextAnchor | null;
  /** where its last line ends: there the bar appears */
  page: number;
};

/** Selecting with a finger goes on in small steps; the bar waits until it rests. */
const restMs = 250;

export function useSelectedText(text: VersionText | null, sheets: Sheets): SelectedText | null {
  const [selected, setSelected] = useState<SelectedText | null>(null);
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const look = () => setSelected(readSelection(text, sheets));
    const later = () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (!isPressed) look();
      }, restMs);
    };
    const onChange = () => {
      const selection = getSelection();
      if (selection === null || selection.isCollapsed) {
        clearTimeout(resting);
        setSelected(null);
      } else later();
    };
    const onPress = ({ pointerType }: PointerEvent) => {
      isPressed = pointerType === "mouse";
    };
    const onLift = () => {
      isPressed = false;
      later();
    };
    document.addEventListener("selectionchange", onChange);
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("pointerup", onLift);
    return () => {
      clearTimeout(resting);
      document.removeEventListener("selectionchange", onChange);
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("pointerup", onLift);
    };
  }, [text, sheets]);
  return selected;
}

export function readSelection(text: VersionText | null, sheets: Sheets): SelectedText | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = selection.toString().normalize("NFC");
  const pages = sheets.wordsWithin(range);
  const last = pages.at(-1);
  if (last === undefined || words.trim() === "") return null;
  // A selection may touch the next page without holding a letter of it.
  const stretches = pages.flatMap((page) => (text && stretchOn(text, sheets, range, page)) ?? []);
  const from = stretches[0];
  const to = stretches.at(-1);
  const anchor =
    text === null || from === undefined || to === undefined
      ? null
      : wordsFrom(text, { start: from.start, end: to.end });
  return { words, anchor, page: anchor?.rects.at(-1)?.page ?? last.page };
}

/** A finger seldom hits the edge of a word: whole ones are meant. */
function wordsFrom(text: VersionText, stretch: Stretch): TextAnchor | null {
  const grown = wholeWords(wholeOf(text).text, stretch);
  return grown && textAnchor(text, grown);
}

/** The part of a selection that lies on one page, in the whole text: by its letters, else by its place. */
function stretchOn(
  text: VersionText,
  sheets: Sheets,
  range: Range,
  { page, words }: { page: number; words: Element },
): Stretch | null {
  const on = text.pages[page - 1];
  if (on === undefined) return null;
  const here = document.createRange();
  here.selectNodeContents(words);
  const laid = here.toString();
  if (range.compareBoundaryPoints(Range.START_TO_START, here) > 0) {
    here.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, here) < 0) {
    here.setEnd(range.endContainer, range.endOffset);
  }
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(here.startContainer, here.startOffset);
  const start = before.toString().length;
  const chosen = { start, end: start + here.toString().length };
  const stretch = alignedStretch(on.text, laid, chosen) ?? stretchByPlace(sheets, page, here, on);
  return stretch && inWhole(text, page, stretch);
}

function stretchByPlace(
  sheets: Sheets,
  page: number,
  range: Range,
  on: VersionText["pages"][number],
): Stretch | null {
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const first = rects[0];
  const last = rects.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = sheets.on(page, first.left + 1, first.top + first.height / 2);
  const to = sheets.on(page, last.right - 1, last.top + last.height / 2);
  const start = from && offsetAt(on, from);
  const end = to && offsetAt(on, to);
  return start === null || end === null || end <= start ? null : { start, end };
}

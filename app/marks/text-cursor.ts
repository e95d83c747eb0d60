/** Choosing text by keyboard: whole words, from where the choosing began to where it has come. */
import type { Stretch } from "./text-geometry";

/** Both are words of the text: the one where choosing began, and the one it has come to. */
export type TextCursor = { from: Stretch; to: Stretch };
export type CursorStep = "word" | "wordBack" | "line" | "lineBack" | "lineEnd" | "lineStart";

export const cursorSteps: Readonly<Record<string, CursorStep>> = {
  ArrowRight: "word",
  ArrowLeft: "wordBack",
  ArrowDown: "line",
  ArrowUp: "lineBack",
  End: "lineEnd",
  Home: "lineStart",
};

/** On the first word at or after an offset, or else on the last word of the text; null in a text without words. */
export function cursorAt(text: string, offset: number): TextCursor | null {
  const word = wordFrom(text, offset) ?? wordBefore(text, text.length);
  return word && { from: word, to: word };
}

/** One step on; `extends`: what was chosen stays chosen. At the end of the text nothing changes. */
export function moved(
  text: string,
  cursor: TextCursor,
  step: CursorStep,
  keeps: boolean,
): TextCursor {
  const to = wordAfter(text, cursor.to, step) ?? cursor.to;
  return { from: keeps ? cursor.from : to, to };
}

export function chosenBy({ from, to }: TextCursor): Stretch {
  return { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
}

function wordAfter(text: string, word: Stretch, step: CursorStep): Stretch | null {
  switch (step) {
    case "word":
      return wordFrom(text, word.end);
    case "wordBack":
      return wordBefore(text, word.start);
    case "lineStart":
      return wordFrom(text, lineStart(text, word.start));
    case "lineEnd":
      return wordBefore(text, lineEnd(text, word.start));
    case "line":
    case "lineBack":
      return wordOnLine(text, word, step);
  }
}

/** On the next line that has words, about as far from its beginning. */
function wordOnLine(text: string, word: Stretch, step: "line" | "lineBack"): Stretch | null {
  const column = word.start - lineStart(text, word.start);
  let start = lineStart(text, word.start);
  for (;;) {
    if (step === "line") {
      const end = lineEnd(text, start);
      if (end >= text.length) return null;
      start = end + 1;
    } else {
      if (start === 0) return null;
      start = lineStart(text, start - 1);
    }
    const end = lineEnd(text, start);
    const found = wordFrom(text, Math.min(start + column, end)) ?? null;
    if (found !== null && found.start < end && found.start >= start) return found;
    const last = wordBefore(text, end);
    if (last !== null && last.start >= start) return last;
  }
}

const lineStart = (text: string, offset: number) =>
  offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** Words as they are separated: by white space, as Vietnamese syllables are. */
function wordFrom(text: string, offset: number): Stretch | null {
  const gap = /\S/g;
  gap.lastIndex = offset;
  const start = gap.exec(text)?.index;
  if (start === undefined) return null;
  const end = /\s|$/g;
  end.lastIndex = start;
  return { start, end: end.exec(text)?.index ?? text.length };
}

function wordBefore(text: string, offset: number): Stretch | null {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  if (end === 0) return null;
  let start = end;
  while (start > 0 && !/\s/.test(text[start - 1] ?? "")) start -= 1;
  return { start, end };
}

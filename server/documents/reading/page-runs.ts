/** From the letters of a page to its text and the places of its parts. */
import type { PageText, TextRun } from "../../../domain/documents";
import { fromLegacy } from "./legacy-vietnamese";
import type { Letter } from "./letters";

type Box = Pick<Letter, "left" | "top" | "right" | "bottom">;
/** What must stay together: a base letter and the marks on it, already in NFC. */
type Sign = Box & { text: string };
type Word = Box & { signs: Sign[]; text: string };

/**
 * A run is as many words of one line as can be told apart by even spacing: a place inside a run that is found in
 * proportion to the letters is off by no more than this part of the line's height.
 */
const evenness = 0.12;

/** Words are parted by one space, lines by "\n"; what stands between two runs is such a space or line's end. */
export function pageTextOf(letters: readonly Letter[]): PageText {
  let text = "";
  const runs: TextRun[] = [];
  for (const line of linesOf(letters)) {
    if (text !== "") text += "\n";
    let run: { start: number; words: Word[] } | null = null;
    for (const [index, word] of line.entries()) {
      if (index > 0) text += " ";
      if (run !== null && isEven([...run.words, word])) run.words.push(word);
      else {
        if (run !== null) runs.push(closed(run));
        run = { start: text.length, words: [word] };
      }
      text += word.text;
    }
    if (run !== null) runs.push(closed(run));
  }
  return { text, runs };
}

function linesOf(letters: readonly Letter[]): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let word: Letter[] = [];
  const endWord = () => {
    if (word.length > 0) line.push(wordOf(word));
    word = [];
  };
  for (const letter of letters) {
    if (letter.text === "\n") {
      endWord();
      if (line.length > 0) lines.push(line);
      line = [];
    } else if (letter.text === " " || /^\s$/u.test(letter.text)) endWord();
    else word.push(letter);
  }
  endWord();
  if (line.length > 0) lines.push(line);
  return lines;
}

function wordOf(letters: readonly Letter[]): Word {
  const signs: Sign[] = [];
  let text = "";
  for (const letter of isModern(letters) ? letters : fromLegacy(letters)) {
    const last = signs.at(-1);
    if (last !== undefined && isMark(letter.text)) {
      signs[signs.length - 1] = { ...around([last, letter]), text: last.text + letter.text };
    } else signs.push(letter);
    text += letter.text;
  }
  const composed = text.normalize("NFC");
  if (composed === text) return { ...around(signs), text, signs };
  const whole = around(signs);
  const inNfc = signs.map((sign) => ({ ...sign, text: sign.text.normalize("NFC") }));
  // Letters that compose over the border of signs (Korean) are one sign for us.
  const isComposedBySign = inNfc.map((sign) => sign.text).join("") === composed;
  return {
    ...whole,
    text: composed,
    signs: isComposedBySign ? inNfc : [{ ...whole, text: composed }],
  };
}

const isModern = (letters: readonly Letter[]) => letters.every(({ legacy }) => legacy === null);
const isMark = (text: string) => text > "\u02ff" && /^\p{M}/u.test(text);

/** The box around boxes; those without a width (a sign that is not drawn) count only where all are so. */
function around(boxes: readonly Box[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    if (right <= left) continue;
    if (left < box.left) box.left = left;
    if (top < box.top) box.top = top;
    if (right > box.right) box.right = right;
    if (bottom > box.bottom) box.bottom = bottom;
  }
  const [first] = boxes;
  if (box.right > box.left || first === undefined) return box;
  const { left, top, right, bottom } = first;
  return { left, top, right, bottom };
}

function isEven(words: readonly Word[]): boolean {
  const box = around(words);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  const height = last.bottom - last.top;
  // A raised sign or a larger one has a box of its own; so has what is written backwards or upwards.
  if (Math.abs(first.top - last.top) > height * 0.25) return false;
  if (Math.abs(first.bottom - last.bottom) > height * 0.25) return false;
  const length = words.reduce((sum, { text }) => sum + text.length + 1, -1);
  const step = (box.right - box.left) / length;
  let offset = 0;
  for (const { signs } of words) {
    for (const { text, left } of signs) {
      if (Math.abs(box.left + offset * step - left) > height * evenness) return false;
      offset += text.length;
    }
    offset += 1;
  }
  return true;
}

function closed({ start, words }: { start: number; words: readonly Word[] }): TextRun {
  const length = words.reduce((sum, { text }) => sum + text.length + 1, -1);
  const { left, top, right, bottom } = around(words);
  return {
    start,
    end: start + length,
    box: {
      x: tenths(left),
      y: tenths(top),
      width: tenths(right - left),
      height: tenths(bottom - top),
    },
  };
}

const tenths = (points: number): number => Math.round(points * 10) / 10;

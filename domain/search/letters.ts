/** Letters as search compares them: without case, without marks, `đ` as `d`; one UTF-16 unit at a time. */

/** Folds to nothing: combining marks, soft hyphens, what joins or parts without being seen. */
export const dropped = 1;
/** Folds to more than one unit (a ligature, a fraction): ask `spelledOut`. */
export const several = 2;
const unknown = 0;

const folds = new Uint16Array(65_536);

/** The unit that a unit of text becomes, or `dropped`, or `several`. */
export function foldOf(unit: number): number {
  const known = folds[unit] ?? unknown;
  if (known !== unknown) return known;
  const folded = foldedLetters(unit);
  const fold = folded.length === 0 ? dropped : folded.length > 1 ? several : folded.charCodeAt(0);
  folds[unit] = fold;
  return fold;
}

/** What a `several` unit becomes. */
export function spelledOut(unit: number): string {
  return foldedLetters(unit);
}

function foldedLetters(unit: number): string {
  if (unit < 0x20) return " ";
  // half of a pair beyond the basic plane: stays as it is, so that places are kept
  if (unit >= 0xd800 && unit <= 0xdfff) return String.fromCharCode(unit);
  const letter = String.fromCharCode(unit);
  if (/[\p{M}\p{Cf}]/u.test(letter)) return "";
  // Hangul would fall into its strokes
  const isHangul = unit >= 0xac00 && unit <= 0xd7a3;
  const bare = (isHangul ? letter : letter.normalize("NFKD"))
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d");
  if (bare.length === 1) return bare;
  // a signature of eighteen letters in one sign is read by nobody letter by letter
  return bare.length <= 4 && /^[\p{L}\p{N}]+$/u.test(bare) ? bare : " ";
}

const inWord = 2;
const betweenWords = 1;
const kinds = new Uint8Array(65_536);

/** Whether a folded unit is part of a word. */
export function isOfWord(unit: number): boolean {
  const known = kinds[unit] ?? unknown;
  if (known !== unknown) return known === inWord;
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isWord = isSurrogate || /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
  kinds[unit] = isWord ? inWord : betweenWords;
  return isWord;
}

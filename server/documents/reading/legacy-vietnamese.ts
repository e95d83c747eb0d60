/**
 * Vietnamese before Unicode: fonts that draw Vietnamese letters in the places of Latin-1. A PDF made with them shows
 * the right words and says the wrong ones. Tables: TCVN 5712:1993 (its third set, as the fonts named .Vn… have it) and
 * VNI for Windows.
 */
export type LegacyEncoding = "tcvn3" | "tcvn3_capitals" | "vni";

/** By the font's name, its subset prefix and style included; null: nothing is said. */
export function legacyEncodingOf(fontName: string): LegacyEncoding | null {
  const name = fontName.replace(/^[A-Z]{6}\+/, "").replace(/^#2E/i, ".");
  if (/^vni[\s_-]/i.test(name)) return "vni";
  if (!/^\.vn[a-z]/i.test(name)) return null;
  return /^\.[Vv]n[A-Za-z]*[a-z]H(?![a-z])/.test(name) ? "tcvn3_capitals" : "tcvn3";
}

/** Pairs: the sign of Latin-1, the letter that the font draws for it. */
const tcvn3Pairs =
  "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00ADư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ";
const tcvn3: ReadonlyMap<string, string> = pairs(tcvn3Pairs.normalize("NFC"));

const acute = "\u0301";
const grave = "\u0300";
const hook = "\u0309";
const tilde = "\u0303";
const dot = "\u0323";
const breve = "\u0306";
const roof = "\u0302";

/** VNI writes a mark as a sign of its own behind the vowel. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
  â: roof,
  á: roof + acute,
  à: roof + grave,
  å: roof + hook,
  ã: roof + tilde,
  ä: roof + dot,
};
const vniLetters = pairs("ñđôơöưîỵííììæỉóĩòị".normalize("NFC"));
const vni: ReadonlyMap<string, string> = new Map([
  ...Object.entries(vniMarks).flatMap(([sign, marks]): [string, string][] => [
    [sign.normalize("NFC"), marks],
    [sign.normalize("NFC").toUpperCase(), marks],
  ]),
  ...[...vniLetters].flatMap(([sign, letter]): [string, string][] => [
    [sign, letter],
    [sign.toUpperCase(), letter.toUpperCase()],
  ]),
]);

function pairs(text: string): Map<string, string> {
  const signs = [...text];
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < signs.length; at += 2) map.set(signs[at] ?? "", signs[at + 1] ?? "");
  return map;
}

/** Letters as Unicode; marks that VNI writes apart become combining marks. Order and places stay. */
export function fromLegacy<L extends { text: string; legacy: LegacyEncoding | null }>(
  letters: readonly L[],
): L[] {
  return letters.map((letter) =>
    letter.legacy === null ? letter : { ...letter, text: unicodeOf(letter.text, letter.legacy) },
  );
}

function unicodeOf(sign: string, encoding: LegacyEncoding): string {
  if (encoding === "vni") return vni.get(sign) ?? sign;
  const letter = tcvn3.get(sign) ?? sign;
  return encoding === "tcvn3_capitals" ? letter.toUpperCase() : letter;
}

/** Letters that no legacy encoding could have said: the font carries an old name and speaks Unicode. */
export function speaksUnicode(text: string): boolean {
  return /[\u1EA0-\u1EF9đĐơƠưƯăĂ]/u.test(text);
}

const vniPair = /[aeouyôö][ùøûõïêéèúüëâáàåãä]|ñ[aeioôuyö]/giu;
/** Signs that stand within a word in no other language. */
const tcvn3Sign = /(?<=\p{L})[µ¸¶·¹¨»¾¼½©®ª«¬]|[µ¸¶·¹¨»¾¼½©®ª«¬](?=\p{L})/gu;

/**
 * Whether a text reads like legacy Vietnamese, by its letters alone. Every second word of such a text has the signs;
 * other languages seldom have one.
 */
export function looksLegacy(text: string): boolean {
  const letters = count(text, /\p{L}/gu);
  if (letters < 60) return false;
  const found = count(text, vniPair) + count(text, tcvn3Sign);
  return found > letters * 0.06 && found > count(text, /[\u1EA0-\u1EF9]/gu);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

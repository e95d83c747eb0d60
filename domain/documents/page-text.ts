/**
 * What a version says, extracted once at intake. Search, marks, comparison, reading aloud and export all use
 * this text and no other, so that a place found by one is the same place for the next.
 */
import { z } from "zod";

/** Points (1/72 inch) from the top left corner of the page as shown, its own rotation applied. */
export const PageBox = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().min(0),
  height: z.number().min(0),
});
export type PageBox = z.infer<typeof PageBox>;

/** A stretch of the page's text that stands in one line: `start` to `end` (excluded) as UTF-16 offsets. */
export const TextRun = z.strictObject({ start: z.int().min(0), end: z.int().min(0), box: PageBox });
export type TextRun = z.infer<typeof TextRun>;

/** A page's text in NFC, lines separated by "\n"; runs in the order of the text. */
export const PageText = z.strictObject({ text: z.string(), runs: z.array(TextRun) });
export type PageText = z.infer<typeof PageText>;

/**
 * `reliable`: Unicode as written. `converted`: was in a legacy Vietnamese encoding that its font named.
 * `unreliable`: is in one that cannot be told; marks go by place, search may miss. `none`: a scan without text.
 */
export const textReliabilities = ["reliable", "converted", "unreliable", "none"] as const;
export const TextReliability = z.enum(textReliabilities);
export type TextReliability = z.infer<typeof TextReliability>;

export const VersionText = z.strictObject({
  reliability: TextReliability,
  pages: z.array(PageText),
});
export type VersionText = z.infer<typeof VersionText>;

/** Between two pages in the text of a whole version. */
const pageBreak = "\n";

/** The text of a whole version, and where in it each page begins (`starts[page - 1]`). */
export function wholeText(pages: readonly PageText[]): { text: string; starts: readonly number[] } {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pages) {
    starts.push(length);
    length += text.length + pageBreak.length;
  }
  return { text: pages.map(({ text }) => text).join(pageBreak), starts };
}

/** The page (from 1) on which an offset of the whole text lies. */
export function pageAt(starts: readonly number[], offset: number): number {
  return Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
}

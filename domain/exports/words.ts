/** The sentences that an export carries, in the language of who takes it out; `{name}` stands for what is filled in. */
import { z } from "zod";
import { layers, markColours } from "../marks";

/** A paper to keep, a paper to print, or the marks alone as a list for a spreadsheet. */
export const exportKinds = ["pdf", "print", "list"] as const;
export const ExportKind = z.enum(exportKinds);
export type ExportKind = z.infer<typeof ExportKind>;

/** Kinds of marks that stand on a page. */
export const takenKinds = ["highlight", "underline", "strike", "ink", "note"] as const;
export type TakenKind = (typeof takenKinds)[number];

/** Whether a mark stands on the exported version, and why not. */
export const placements = ["here", "moved", "check", "gone", "deleted"] as const;

const named = <const Keys extends readonly string[]>(keys: Keys) =>
  z.record(z.enum(keys), z.string());

/** The columns of the list, in their order. */
export const listColumns = [
  "page",
  "packPage",
  "kind",
  "colour",
  "layer",
  "author",
  "madeAt",
  "quote",
  "body",
  "state",
  "placement",
] as const;
export type ListColumn = (typeof listColumns)[number];

export const ExportWords = z.strictObject({
  locale: z.enum(["vi", "en"]),
  /** `{name}`: what a paper's file is called when marks leave with it */
  withMarks: z.string(),
  /** of the body: times are shown in it */
  timeZone: z.string(),
  kind: named([...takenKinds, "reply", "deleted"]),
  colour: named(markColours),
  layer: named(layers),
  column: named(listColumns),
  /** what the state of a thread is called */
  state: z.strictObject({ open: z.string(), resolved: z.string() }),
  /** `{name}`: what an annotation says that only carries a state */
  resolvedBy: z.string(),
  reopenedBy: z.string(),
  /** of the sheet at the end, and what it says of each: `{page}` is a page of the version it was made on */
  unplaced: z.string(),
  unplacedExplain: z.string(),
  place: named(placements),
  wasOnPage: z.string(),
});
export type ExportWords = z.infer<typeof ExportWords>;

/** A sentence with its gaps filled. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
}

/** `08:15 24/11/2026` in the body's time zone. */
export function timeIn(
  { locale, timeZone }: Pick<ExportWords, "locale" | "timeZone">,
  at: string,
): string {
  const parts = new Intl.DateTimeFormat(locale === "vi" ? "vi-VN" : "en-GB", {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? "";
  return `${part("hour")}:${part("minute")} ${part("day")}/${part("month")}/${part("year")}`;
}

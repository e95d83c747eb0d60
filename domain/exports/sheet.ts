/**
 * What goes out of the house as one PDF: a paper's bytes apart, everything that is added to them, in the
 * words of the reader's language and decided before. Whoever draws it decides nothing.
 */
import { z } from "zod";
import { PageBox } from "../documents";
import { MarkColour } from "../marks";
import { Instant } from "../text";

/** Somebody's words in a thread. */
const Said = z.strictObject({ author: z.string(), at: Instant, text: z.string() });

export const OutgoingMark = z.strictObject({
  /** unique in the export: `layer/owner/id` */
  name: z.string().min(1),
  kind: z.enum(["highlight", "underline", "strike", "ink", "note"]),
  author: z.string(),
  madeAt: Instant,
  /** what it is, in words: kind, meaning of its colour, layer */
  subject: z.string(),
  body: z.string(),
  /** null: plain ink */
  colour: MarkColour.nullable(),
  /** where it stands in the exported version: points from the top left of the page as shown */
  places: z.array(z.strictObject({ page: z.int().min(1), box: PageBox })).min(1),
  /** a note that points to a spot stands there; one that is pinned to words stands in the margin beside them */
  pinned: z.enum(["spot", "margin"]),
  /** of ink only: flat x, y pairs of points on the first place's page */
  strokes: z.array(z.strictObject({ width: z.number().positive(), points: z.array(z.number()) })),
  replies: z.array(Said),
  /** the last word on whether it is settled, with the sentence that says so; null: never was asked */
  state: Said.extend({ resolved: z.boolean() }).nullable(),
});
export type OutgoingMark = z.infer<typeof OutgoingMark>;

/** A line of the sheet at the end that lists what has no place on the paper. */
export const ListedLine = z.strictObject({
  style: z.enum(["heading", "entry", "detail", "quote", "text"]),
  text: z.string(),
});
export type ListedLine = z.infer<typeof ListedLine>;

export const OutgoingSheet = z.strictObject({
  marks: z.array(OutgoingMark),
  /** who takes it out, when, of which meeting; across every page; null: not demanded */
  watermark: z.string().nullable(),
  /** the grade's name, top and bottom of every page */
  grade: z.string().nullable(),
  /** the pack's running number of each page, in order; null: none */
  pageNumbers: z.array(z.string()).nullable(),
  /** whether a viewer that opens it is asked to print at once */
  opensPrinting: z.boolean(),
  /** what has no place on the paper; empty: no extra sheet */
  listed: z.array(ListedLine),
});
export type OutgoingSheet = z.infer<typeof OutgoingSheet>;

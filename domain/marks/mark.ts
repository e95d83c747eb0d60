/**
 * A mark that a reader makes on a paper: one plain value under its id in its author's Yjs document, written
 * once per gesture (docs/decisions/0022). Whoever reads one parses it: it comes from another person's device.
 */
import { z } from "zod";
import { PageBox } from "../documents";
import { PersonId, VersionId } from "../ids";
import { Instant } from "../text";

/** Private: its author's alone. Office: a member and the staff the member names. Shared: all who may see the item. */
export const layers = ["private", "office", "shared"] as const;
export const Layer = z.enum(layers);
export type Layer = z.infer<typeof Layer>;

/** Made by the device; unique within its author's document, addressed as (owner, id) by others. */
export const MarkId = z.uuid().toLowerCase().brand<"MarkId">();
export type MarkId = z.infer<typeof MarkId>;

/** The four meanings, in the order of the palette (design/BLUEPRINT §12). */
export const markColours = ["attention", "amend", "basis", "question"] as const;
export const MarkColour = z.enum(markColours);
export type MarkColour = z.infer<typeof MarkColour>;

/** Characters of context kept on each side of a quote. */
export const contextLength = 32;
const longestQuote = 4_000;

const context = z.string().max(contextLength);
const Rects = z
  .array(z.strictObject({ page: z.int().min(1), box: PageBox }))
  .min(1)
  .max(400);

/** After the W3C Web Annotation model: what is quoted, where in the version's whole text, and where on the page. */
export const Anchor = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    quote: z.strictObject({
      exact: z.string().min(1).max(longestQuote),
      prefix: context,
      suffix: context,
    }),
    /** UTF-16 offsets into `wholeText` of the version the mark was made on */
    position: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }),
    rects: Rects,
  }),
  z.strictObject({
    type: z.literal("place"),
    page: z.int().min(1),
    /** what the mark covers; of a pin: where it points */
    box: PageBox,
    /** the text nearest to it, by which it follows a new version; null on a page without text */
    near: z.strictObject({ exact: context, start: z.int().min(0), box: PageBox }).nullable(),
  }),
]);
export type Anchor = z.infer<typeof Anchor>;

const Body = z.string().max(4_000);
const Mentions = z.array(PersonId).max(50);
/** A stroke: x, y (points) and pressure (0…1, 0.5 where the device has none), flat, three numbers each. */
const Stroke = z.strictObject({
  width: z.number().min(0.5).max(24),
  points: z.array(z.number()).min(3).max(9_000),
});

const made = {
  v: z.literal(1),
  madeOn: VersionId,
  /** by the author's device; for showing only, order is the server's */
  madeAt: Instant,
};
/** Who shared or handed this over from which mark of another layer. */
const target = z.strictObject({ owner: PersonId, markId: MarkId });

export const Mark = z.discriminatedUnion("kind", [
  z.strictObject({
    ...made,
    kind: z.enum(["highlight", "underline", "strike"]),
    anchor: Anchor,
    colour: MarkColour,
    /** a remark on it; empty: none */
    body: Body,
    mentions: Mentions,
  }),
  z.strictObject({
    ...made,
    kind: z.literal("ink"),
    anchor: Anchor,
    colour: MarkColour.nullable(),
    strokes: z.array(Stroke).min(1).max(60),
    body: Body,
    mentions: Mentions,
  }),
  z.strictObject({
    ...made,
    kind: z.literal("note"),
    anchor: Anchor,
    colour: MarkColour,
    body: Body,
    mentions: Mentions,
  }),
  /** an answer in a thread, in the replier's own document; ordered by the server's log */
  z.strictObject({
    ...made,
    kind: z.literal("reply"),
    target,
    body: Body.min(1),
    mentions: Mentions,
  }),
  /** resolving or reopening a thread, in the resolver's own document; the last by the server's log counts */
  z.strictObject({ ...made, kind: z.literal("state"), target, resolved: z.boolean() }),
  /** the author's own word on where a mark sits in another version; `null`: its text is gone */
  z.strictObject({
    ...made,
    kind: z.literal("placement"),
    target,
    on: VersionId,
    anchor: Anchor.nullable(),
  }),
]);
export type Mark = z.infer<typeof Mark>;
export type MarkKind = Mark["kind"];

/** The value as another device wrote it, or null when it is not a mark: such a value is not shown and not counted. */
export function markIn(value: unknown): Mark | null {
  const parsed = Mark.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What the server and the process that looks into files say to each other; answers are parsed, since hostile bytes made them. */
import { z } from "zod";
import { activeContentFlags, intakeRefusals, TextReliability } from "../../domain/documents";

export const pictureKinds = ["poster", "thumbnail"] as const;
export const PictureKind = z.enum(pictureKinds);
export type PictureKind = z.infer<typeof PictureKind>;

/** Pictures that become papers. */
export const ConvertibleKind = z.enum(["png", "jpeg", "tiff", "webp"]);
export type ConvertibleKind = z.infer<typeof ConvertibleKind>;

/** What is asked about one file; what is made of it goes into the folder, which is empty before. */
export const Task = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("look"), path: z.string(), folder: z.string() }),
  z.strictObject({
    kind: z.literal("convert"),
    path: z.string(),
    folder: z.string(),
    picture: ConvertibleKind,
  }),
  z.strictObject({
    kind: z.literal("draw"),
    path: z.string(),
    folder: z.string(),
    picture: PictureKind,
    /** from 1 */
    pages: z.array(z.int().min(1)).min(1),
  }),
]);
export type Task = z.infer<typeof Task>;
export const Order = z.strictObject({ order: z.int(), task: Task });

const Run = z.strictObject({
  pages: z.int().min(1),
  width: z.number().positive(),
  height: z.number().positive(),
});

const refusal = z.strictObject({ ok: z.literal(false), reason: z.enum(intakeRefusals) });
const pages = z.strictObject({
  ok: z.literal(true),
  pages: z.int().min(1),
  pageRuns: z.array(Run).min(1),
  flags: z.array(z.enum(activeContentFlags)),
});
/** Whether a file opens, and what it is. */
export type Examination = z.infer<typeof pages> | z.infer<typeof refusal>;

const Finding = z.discriminatedUnion("ok", [
  pages.extend({
    reliability: TextReliability,
    /** whether the folder holds bytes to be served for reading; else the original itself is served */
    derived: z.boolean(),
    /** one entry per page: its words in NFC, and their places as JSON (packed-runs.ts) */
    texts: z.array(z.strictObject({ content: z.string(), runs: z.string() })),
  }),
  refusal,
]);
/** What was found in a file: all that the product keeps of it besides its bytes, or why it is refused. */
export type Finding = z.infer<typeof Finding>;

/** What a finding leaves in its folder, as it is served (gzip): `VersionText` and `VersionOutline`. */
export const textFile = "text.json.gz";
export const outlineFile = "outline.json.gz";
export const derivedFile = "reading.pdf";

/** The pictures in the file that the drawing leaves, one after the other; null: that page cannot be drawn. */
const Drawn = z.strictObject({ pictures: z.array(z.int().min(1).nullable()) });
export type Drawn = z.infer<typeof Drawn>;
export const picturesFile = "pictures.bin";

/** Whether the folder holds the picture as a paper. */
const Converted = z.strictObject({ converted: z.boolean() });
export const convertedFile = "converted.pdf";

export const Answer = z.strictObject({
  order: z.int(),
  answer: z.union([Finding, Drawn, Converted]),
});
export type Answer = z.infer<typeof Answer>;

/** Beyond these a file is refused: no sitting reads it, and it would only serve to tire the server. */
export const maxPages = 5_000;
export const maxTextPerPage = 200_000;
export const maxTextPerFile = 32_000_000;

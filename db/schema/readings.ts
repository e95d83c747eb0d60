/** What is made of a file for its readers. It belongs to the bytes, so that equal uploads share it, and can be made anew. */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { textReliabilities } from "../../domain/documents";

export const reading = pgTable(
  "reading",
  {
    /** hex, of the bytes as they were uploaded */
    sha256: text("sha256").primaryKey(),
    /** which of our makers made it; what an older one made is made anew */
    maker: integer("maker").notNull(),
    reliability: text("reliability", { enum: textReliabilities }).notNull(),
    /** address in the file store: the text of all pages with the places of its words, as it is served (gzip) */
    textSha256: text("text_sha256").notNull(),
    textBytes: bigint("text_bytes", { mode: "number" }).notNull(),
    /** the same for its outline, links and page labels; null: made before there were any */
    outlineSha256: text("outline_sha256"),
    outlineBytes: bigint("outline_bytes", { mode: "number" }),
    /** the bytes that are served for reading; null: the uploaded ones */
    servedSha256: text("served_sha256"),
    servedBytes: bigint("served_bytes", { mode: "number" }),
    madeAt: timestamp("made_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    check("reading_bytes", sql`${table.textBytes} > 0`),
    check("reading_served", sql`(${table.servedSha256} is null) = (${table.servedBytes} is null)`),
    check(
      "reading_reliability",
      sql`${table.reliability} in ('reliable', 'converted', 'unreliable', 'none')`,
    ),
    index("reading_by_maker").on(table.maker),
  ],
);

/** What a page says, NFC. */
export const pageText = pgTable(
  "page_text",
  {
    sha256: text("sha256").notNull(),
    page: integer("page").notNull(),
    content: text("content").notNull(),
    /** JSON: where its words stand, six numbers a run (server/documents/reading/packed-runs.ts); null: of an older maker */
    runs: text("runs"),
  },
  (table) => [
    primaryKey({ columns: [table.sha256, table.page] }),
    check("page_text_page", sql`${table.page} > 0`),
  ],
);

/** Where a page's picture lies: a stretch of a file in the store that holds several. */
export const pagePicture = pgTable(
  "page_picture",
  {
    sha256: text("sha256").notNull(),
    kind: text("kind", { enum: ["poster", "thumbnail"] }).notNull(),
    page: integer("page").notNull(),
    /** null: the page cannot be drawn */
    fileSha256: text("file_sha256"),
    firstByte: bigint("first_byte", { mode: "number" }).notNull(),
    sizeBytes: integer("size_bytes").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sha256, table.kind, table.page] }),
    check("page_picture_kind", sql`${table.kind} in ('poster', 'thumbnail')`),
    check("page_picture_page", sql`${table.page} > 0`),
    check("page_picture_stretch", sql`${table.firstByte} >= 0 and ${table.sizeBytes} >= 0`),
    index("page_picture_by_file").on(table.fileSha256),
  ],
);

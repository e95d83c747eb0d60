/** The intake of files: each upload is one row that ends ready or rejected, and never changes again. */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { intakeRefusals } from "../../domain/documents";

export const documentVersion = pgTable(
  "document_version",
  {
    versionId: uuid("version_id").primaryKey(),
    /** the only meeting whose agenda may take this version */
    meetingId: uuid("meeting_id").notNull(),
    /** null: the installer (demonstration papers) */
    uploadedBy: uuid("uploaded_by"),
    fileName: text("file_name").notNull(),
    /** the grade the uploader declared, already under the ceiling */
    grade: text("grade"),
    state: text("state", { enum: ["uploading", "checking", "ready", "rejected"] }).notNull(),
    /** hex; address of the bytes in the file store, known once they have arrived whole */
    sha256: text("sha256"),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    /** of an upload that was no PDF: the file as it came, beside the paper made of it, and its media type */
    sourceSha256: text("source_sha256"),
    sourceBytes: bigint("source_bytes", { mode: "number" }),
    sourceType: text("source_type"),
    pages: integer("pages"),
    /** runs of equal pages: [{pages, width, height}], so a reader can lay all out before it has a byte */
    pageRuns: jsonb("page_runs"),
    flags: text("flags").array(),
    /** a refusal's code, never a sentence */
    rejectedFor: text("rejected_for", { enum: intakeRefusals }),
    createdAt: timestamp("created_at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    settledAt: timestamp("settled_at", { withTimezone: true, precision: 3 }),
  },
  (table) => [
    check(
      "document_version_arrived",
      sql`${table.state} not in ('checking', 'ready') or (${table.sha256} is not null and ${table.sizeBytes} is not null)`,
    ),
    check(
      "document_version_bytes",
      sql`${table.sha256} ~ '^[0-9a-f]{64}$' and ${table.sizeBytes} > 0`,
    ),
    check(
      "document_version_source",
      sql`(${table.sourceSha256} is null) = (${table.sourceBytes} is null) and (${table.sourceSha256} is null) = (${table.sourceType} is null)`,
    ),
    check(
      "document_version_ready",
      sql`(${table.state} = 'ready') = (${table.pages} is not null and ${table.pageRuns} is not null and ${table.flags} is not null)`,
    ),
    check(
      "document_version_rejected",
      sql`(${table.state} = 'rejected') = (${table.rejectedFor} is not null)`,
    ),
    check(
      "document_version_state",
      sql`${table.state} in ('uploading', 'checking', 'ready', 'rejected')`,
    ),
    check("document_version_pages", sql`${table.pages} > 0`),
    index("document_version_by_bytes").on(table.sha256),
    index("document_version_by_source").on(table.sourceSha256),
    index("document_version_unsettled")
      .on(table.state)
      .where(sql`${table.state} in ('uploading', 'checking')`),
  ],
);

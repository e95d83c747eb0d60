/** Projection of the papers on agendas; the intake that their versions come from is in documents.ts. */
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { agendaItem } from "./agenda";
import { instant } from "./columns";
import { documentVersion } from "./documents";
import { meeting } from "./meetings";

export const paper = pgTable(
  "paper",
  {
    documentId: uuid("document_id").primaryKey(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meeting.meetingId),
    itemId: uuid("item_id")
      .notNull()
      .references(() => agendaItem.itemId),
    /** among the item's papers, from 0; unique when the transaction ends (0001_guards.sql) */
    position: integer("position").notNull(),
    kind: text("kind").notNull(),
    title: jsonb("title").notNull(),
    grade: text("grade"),
    /** of a paper that exists on paper only; null: a file, see paper_version */
    copies: integer("copies"),
  },
  (table) => [
    check("paper_copies", sql`${table.copies} >= 1`),
    index("paper_by_meeting").on(table.meetingId),
    index("paper_by_item").on(table.itemId),
  ],
);

/** Immutable: the next upload of a paper is its next version. */
export const paperVersion = pgTable(
  "paper_version",
  {
    /** an upload is one version of one paper */
    versionId: uuid("version_id")
      .primaryKey()
      .references(() => documentVersion.versionId),
    documentId: uuid("document_id")
      .notNull()
      .references(() => paper.documentId),
    /** from 1 */
    number: integer("number").notNull(),
    attachedAt: instant("attached_at").notNull(),
  },
  (table) => [
    unique("paper_version_number").on(table.documentId, table.number),
    check("paper_version_counts", sql`${table.number} >= 1`),
  ],
);

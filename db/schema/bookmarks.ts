/** What readers leave in papers for themselves. Private notes, not in the journal; a later word replaces the earlier. */
import { sql } from "drizzle-orm";
import { check, doublePrecision, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { account } from "./people";

/** Where a person stopped reading a paper. */
export const readingPlace = pgTable(
  "reading_place",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => account.personId),
    meetingId: uuid("meeting_id").notNull(),
    documentId: uuid("document_id").notNull(),
    versionId: uuid("version_id").notNull(),
    page: integer("page").notNull(),
    /** part of the page above the place */
    part: doublePrecision("part").notNull(),
    at: instant("at").notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.meetingId, table.documentId] }),
    check("reading_place_page", sql`${table.page} >= 1`),
    check("reading_place_part", sql`${table.part} between 0 and 1`),
  ],
);

/** A page that a person wants to find again. */
export const bookmark = pgTable(
  "bookmark",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => account.personId),
    meetingId: uuid("meeting_id").notNull(),
    documentId: uuid("document_id").notNull(),
    page: integer("page").notNull(),
    /** the version it was made on */
    versionId: uuid("version_id").notNull(),
    at: instant("at").notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.meetingId, table.documentId, table.page] }),
    check("bookmark_page", sql`${table.page} >= 1`),
  ],
);

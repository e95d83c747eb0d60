/** The words of pages, for finding the few pages that are worth reading; what a page says stands in page_text. */
import { foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tsvector } from "./columns";
import { pageText } from "./readings";

/** Belongs to the bytes, as page_text does; made by `indexedWords` of the domain, which the database cannot make. */
export const pageWords = pgTable(
  "page_words",
  {
    sha256: text("sha256").notNull(),
    page: integer("page").notNull(),
    /** of the folding that made it: another edition makes it anew at start */
    edition: integer("edition").notNull(),
    words: tsvector("words").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sha256, table.page] }),
    foreignKey({
      columns: [table.sha256, table.page],
      foreignColumns: [pageText.sha256, pageText.page],
    }).onDelete("cascade"),
    index("page_words_by_word").using("gin", table.words),
  ],
);

/** The index of words: written with the text of pages, in the same transaction. */
import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { foldingEdition, indexedWords } from "../../domain/search";

/** A database or a transaction on it. */
type Executor = Pick<PostgresJsDatabase, "execute">;

type TextOfPage = { page: number; content: string };

/** Pages written by one statement: a bounded message, whatever the length of the paper. */
const pagesAtOnce = 200;

/** Indexes pages whose text is in page_text already; repeatable. */
export async function indexPages(
  executor: Executor,
  sha256: string,
  texts: readonly TextOfPage[],
): Promise<void> {
  for (let first = 0; first < texts.length; first += pagesAtOnce) {
    const rows = texts
      .slice(first, first + pagesAtOnce)
      .map(({ page, content }) => ({ page, words: indexedWords(content) }));
    await executor.execute(sql`
      insert into page_words (sha256, page, edition, words)
      select ${sha256}, (entry->>'page')::int, ${foldingEdition}::int,
        array_to_tsvector(array(select jsonb_array_elements_text(entry->'words')))
      from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) as entry
      on conflict (sha256, page) do update
        set edition = excluded.edition, words = excluded.words`);
  }
}

/**
 * Indexes what is not, or by an earlier edition of the folding: papers taken in before there was an index.
 * One paper at a time; a second node that does the same meanwhile does no harm.
 */
export async function indexMissing(drizzle: PostgresJsDatabase): Promise<void> {
  const missing = await drizzle.execute<{ sha256: string }>(sql`
    select distinct t.sha256 from page_text t
    left join page_words w on w.sha256 = t.sha256 and w.page = t.page
      and w.edition = ${foldingEdition}::int
    where w.page is null`);
  for (const { sha256 } of missing) {
    const texts = await drizzle.execute<TextOfPage>(sql`
      select page, content from page_text where sha256 = ${sha256} order by page`);
    await indexPages(drizzle, sha256, [...texts]);
  }
}

/** What the product promises rests on these settings of the server; it does not start without them. */
import type { Sql } from "postgres";

const oldestVersion = 150_000;

/**
 * Asserts, as the application's own connection sees it, that a commit that was answered survives a loss
 * of power.
 * @throws Error in one sentence that names the setting
 */
export async function assertGuarantees(sql: Sql): Promise<void> {
  const [server] = await sql<
    {
      version: string;
      number: number;
      commit: string;
      fsync: string;
      pages: string;
      utf8: string;
    }[]
  >`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_setting('synchronous_commit') as commit,
      current_setting('fsync') as fsync,
      current_setting('full_page_writes') as pages,
      current_setting('server_encoding') as utf8`;
  if (server === undefined) throw new Error("PostgreSQL did not tell its settings.");
  if (server.number < oldestVersion)
    throw new Error(`PostgreSQL 15 or newer is needed; this one is ${server.version}.`);
  if (server.utf8 !== "UTF8")
    throw new Error(`The database's encoding must be UTF8; it is ${server.utf8}.`);
  const off = {
    synchronous_commit: server.commit,
    fsync: server.fsync,
    full_page_writes: server.pages,
  };
  for (const [name, value] of Object.entries(off)) {
    if (value === "off")
      throw new Error(
        `PostgreSQL's setting ${name} is off: an acknowledged vote could be lost. Turn it on.`,
      );
  }
}

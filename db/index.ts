/** The database: our own PostgreSQL under the data folder, or the one that `DATABASE_URL` names. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { startEmbedded } from "./embedded";

export type Database = {
  sql: postgres.Sql;
  drizzle: PostgresJsDatabase;
  url: string;
  /** Brings the tables to their newest form; whoever comes second waits and finds it done. */
  migrate(): Promise<void>;
  close(): Promise<void>;
};

export async function openDatabase(config: {
  databaseUrl: string | null;
  dataDir: string;
  root: string;
}): Promise<Database> {
  const own =
    config.databaseUrl === null ? await startEmbedded(path.join(config.dataDir, "postgres")) : null;
  const url = config.databaseUrl ?? own?.url("postgres") ?? "";
  const folder = new URL(url).searchParams.get("host");
  const { username, password, pathname } = new URL(url);
  const sql = folder
    ? postgres({
        path: path.join(folder, ".s.PGSQL.5432"),
        user: username,
        password,
        database: pathname.slice(1),
        onnotice: () => undefined,
      })
    : postgres(url, { onnotice: () => undefined });
  return {
    sql,
    drizzle: drizzle(sql),
    url,
    migrate: () => migrate(sql, path.join(config.root, "db/migrations")),
    async close() {
      await sql.end({ timeout: 5 });
      await own?.stop();
    },
  };
}

async function migrate(sql: postgres.Sql, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(727)`;
    await tx`create table if not exists migration (name text primary key, at timestamptz not null default now())`;
    const done = new Set(
      (await tx<{ name: string }[]>`select name from migration`).map((row) => row.name),
    );
    for (const file of files.filter((name) => !done.has(name))) {
      await tx.unsafe(await readFile(path.join(folder, file), "utf8"));
      await tx`insert into migration (name) values (${file})`;
    }
  });
}

/** The database: our own PostgreSQL under the data folder, or the one that `DATABASE_URL` names. */
import path from "node:path";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { applicationRole } from "./application-role";
import { connect, urlOfDatabase } from "./connect";
import { type EmbeddedPostgres, runningUrl, startEmbedded } from "./embedded";
import { assertGuarantees } from "./guarantees";
import { migrate } from "./migrate";

export type DatabaseConfig = {
  /** null: boots our own PostgreSQL under `dataDir` */
  databaseUrl: string | null;
  dataDir: string;
  /** where `db/migrations` lies */
  root: string;
  /** a tool, which joins the server that is using `dataDir` where one is */
  besideServer?: boolean;
};

export type Database = {
  sql: Sql;
  /** Its own client: drizzle changes how the one it is given reads and writes times and JSON. */
  drizzle: PostgresJsDatabase;
  /** of the owner, who may also change tables; only this machine reaches it where it is our own */
  url: string;
  /** Brings the tables to their newest form; whoever comes second waits and finds it done. */
  migrate(): Promise<void>;
  /** Ends connections and our own server; no child is left. Repeatable. */
  close(): Promise<void>;
  /** our own server's process; null while it is down or where it is not ours */
  postmasterPid(): number | null;
};

const ownName = "e_cabinet";

/**
 * Opens the database and asserts what durability rests on.
 * @throws Error in one sentence when the server is too old or would lose acknowledged votes
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const folder = path.join(config.dataDir, "postgres");
  const running =
    config.databaseUrl ?? (config.besideServer ? await runningUrl(folder, ownName) : null);
  const own = running === null ? await startEmbedded(folder) : null;
  try {
    const url = own === null ? (running ?? "") : await ownDatabase(own);
    const role = await withOwner(url, applicationRole);
    const sql = connect(url, { max: 10, role });
    const ofDrizzle = connect(url, { max: 5, role });
    const close = async () => {
      await Promise.all([sql.end({ timeout: 5 }), ofDrizzle.end({ timeout: 5 })]);
      await own?.stop();
    };
    await assertGuarantees(sql).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    return {
      sql,
      drizzle: drizzle(ofDrizzle),
      url,
      migrate: () => migrate(url, path.join(config.root, "db", "migrations"), role),
      close,
      postmasterPid: () => own?.pid() ?? null,
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

/** Our own server is new at first: it has only the databases that come with it. */
async function ownDatabase(own: EmbeddedPostgres): Promise<string> {
  const url = own.url("postgres");
  await withOwner(url, async (owner) => {
    const [known] = await owner`select 1 from pg_database where datname = ${ownName}`;
    if (known === undefined) await owner.unsafe(`create database ${ownName}`);
  });
  return urlOfDatabase(url, ownName);
}

async function withOwner<T>(url: string, use: (owner: Sql) => Promise<T>): Promise<T> {
  const owner = connect(url, { max: 1 });
  try {
    return await use(owner);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

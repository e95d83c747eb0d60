/** A real, migrated database of one's own: a copy of the run's template, gone afterwards. */
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../db";
import { connect, urlOfDatabase } from "../../db/connect";

export const productRoot = path.resolve(import.meta.dirname, "../..");

export type DatabaseCopy = {
  /** for `DATABASE_URL`; several nodes may open it at once */
  url: string;
  open(): Promise<Database>;
  /** Cuts whatever connections are left. */
  drop(): Promise<void>;
};

/** Copies the template (about 50 ms); `empty` gives one without any table. */
export async function copyDatabase({ empty = false } = {}): Promise<DatabaseCopy> {
  const template = inject("templateDatabaseUrl");
  const name = `e_cabinet_test_${randomUUID().replaceAll("-", "")}`;
  const from = empty ? "template0" : decodeURIComponent(new URL(template).pathname.slice(1));
  const server = urlOfDatabase(template, "postgres");
  const run = async (statement: string) => {
    const sql = connect(server, { max: 1 });
    await sql.unsafe(statement).finally(() => sql.end({ timeout: 5 }));
  };
  await run(`create database ${name} template ${from}`);
  const url = urlOfDatabase(template, name);
  return {
    url,
    open: () => openDatabase({ databaseUrl: url, dataDir: tmpdir(), root: productRoot }),
    drop: () => run(`drop database ${name} with (force)`),
  };
}

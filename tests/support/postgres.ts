/**
 * Before the tests that need one: a real PostgreSQL for the whole run, our own in a temporary folder or the
 * one that `TEST_DATABASE_URL` names, with one migrated database that each test file copies.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db";
import { connect, urlOfDatabase } from "../../db/connect";
import { startEmbedded } from "../../db/embedded";

declare module "vitest" {
  interface ProvidedContext {
    /** url of the migrated database that tests copy; its user is a superuser, as tampering tests need */
    templateDatabaseUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-test-"));
  const own = given === undefined || given === "" ? await startEmbedded(folder) : null;
  const server = own?.url("postgres") ?? given ?? "";
  const template = `e_cabinet_template_${randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string) => {
    const sql = connect(server, { max: 1 });
    await sql.unsafe(statement).finally(() => sql.end({ timeout: 5 }));
  };
  await run(`create database ${template}`);
  const url = urlOfDatabase(server, template);
  const database = await openDatabase({
    databaseUrl: url,
    dataDir: folder,
    root: path.resolve(import.meta.dirname, "../.."),
  });
  await database.migrate();
  await database.close();
  project.provide("templateDatabaseUrl", url);
  return async () => {
    if (own === null) await run(`drop database ${template} with (force)`);
    await own?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

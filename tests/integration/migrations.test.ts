/** Migrations go forward over what is there: from the first form, filled, to the newest. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { applicationRole } from "../../db/application-role";
import { connect } from "../../db/connect";
import { migrate } from "../../db/migrate";
import { verifyJournal } from "../../server/journal/verify";
import { closeBallot, openBallot, openNode, vote } from "../support/cabinet";
import { ids, people } from "../support/cabinet-in-memory";
import { copyDatabase, productRoot } from "../support/database";

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The first of our migrations, as a folder of their own. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "e-cabinet-migrations-"));
  await cp(path.join(productRoot, "db/migrations"), folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = Journal.parse(JSON.parse(await readFile(file, "utf8")));
  const entries = journal.entries.slice(0, count);
  await writeFile(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

async function shapeOf(url: string): Promise<unknown> {
  const sql = connect(url, { max: 1 });
  const columns = await sql`
    select table_name, column_name, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public'
    order by table_name, column_name`;
  const constraints = await sql`
    select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`;
  const triggers = await sql`
    select tgrelid::regclass::text as table, tgname, pg_get_triggerdef(oid) as definition
    from pg_trigger where not tgisinternal order by 1, 2`;
  await sql.end();
  return { columns, constraints, triggers };
}

test("a cabinet in its first form is whole in the newest, and votes on", async () => {
  const copy = await copyDatabase({ empty: true });
  const owner = connect(copy.url, { max: 1 });
  const role = await applicationRole(owner);
  await owner.end();
  // tables and guards: what the product began with
  const first = await firstMigrations(2);
  await migrate(copy.url, first, role);
  const before = await openNode(copy);
  await openBallot(before, 4);
  await before.must(vote("yes"), ids.person(2));
  const held = await before.door.meeting(ids.meeting);
  await before.close();

  const after = await openNode(copy);
  await after.database.migrate();
  expect(await after.door.meeting(ids.meeting)).toEqual(held);
  await after.must(vote("no"), ids.person(3));
  await after.must(closeBallot, people.chair);
  expect((await verifyJournal(after.database.sql)).broken).toEqual([]);
  const fresh = await copyDatabase();
  expect(await shapeOf(copy.url)).toEqual(await shapeOf(fresh.url));
  await after.close();
  await copy.drop();
  await fresh.drop();
  await rm(first, { recursive: true, force: true });
});

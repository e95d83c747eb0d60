/** What a backup says of itself, in its first file. */
import type { Sql } from "postgres";
import { z } from "zod";

const Part = z.object({ name: z.string(), sizeBytes: z.int().min(0), sha256: z.string() });

export const Manifest = z.object({
  format: z.literal("e-cabinet-backup-1"),
  takenAt: z.string(),
  /** hash of the newest migration: rows fit only tables of the same form */
  schema: z.string(),
  tables: z.array(Part.extend({ table: z.string(), columns: z.array(z.string()), rows: z.int() })),
  files: z.array(Part),
});
export type Manifest = z.infer<typeof Manifest>;

/** Whoever restores must sign in anew; who guessed at passwords is not history. */
const leftOut = ["session", "challenge", "sign_in_attempt"];

export type TableForm = { table: string; columns: string[] };

/** All tables to be kept, those that others refer to first. */
export async function tablesOf(sql: Sql): Promise<TableForm[]> {
  const columns = await sql<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
    group by table_name order by table_name`;
  const references = await sql<{ from: string; to: string }[]>`
    select child.relname as from, parent.relname as to
    from pg_constraint
      join pg_class as child on child.oid = conrelid
      join pg_class as parent on parent.oid = confrelid
    where contype = 'f' and conrelid <> confrelid`;
  const kept = columns.filter(({ table }) => !leftOut.includes(table));
  const ordered: TableForm[] = [];
  while (ordered.length < kept.length) {
    const placed = new Set(ordered.map(({ table }) => table));
    const ready = kept.filter(
      ({ table }) =>
        !placed.has(table) && references.every(({ from, to }) => from !== table || placed.has(to)),
    );
    if (ready.length === 0) throw new Error("tables refer to each other in a circle");
    ordered.push(...ready);
  }
  return ordered;
}

/** Hash of the newest migration; rows of a backup fit only tables of the same form. */
export async function schemaOf(sql: Sql): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`;
  if (row === undefined) throw new Error("the database was never migrated");
  return row.hash;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Tables as projections of a stream's state. A table says which rows a state has; what a transaction
 * writes is the difference between the rows before and after it, one statement a table. Rebuilding is the
 * same with nothing before, so a rebuilt table and a lived one cannot disagree by construction.
 */
import type { TransactionSql } from "postgres";
import type { Canonical } from "../journal/canonical";

export type Row = { readonly [column: string]: Canonical };

export type TableRow = {
  /** names the row within its table */
  key: string;
  /** what the row is made of; unchanged parts (by identity) mean an unchanged row */
  parts: readonly unknown[];
  row: () => Row;
};

export type Table<State> = {
  name: string;
  primaryKey: readonly string[];
  columns: readonly string[];
  /** rows are written once and never change; the database refuses it */
  frozen?: true;
  rows(state: State): readonly TableRow[];
};

type Difference = { changed: Row[]; gone: Row[] };

function differenceOf<State>(table: Table<State>, before: State | null, after: State): Difference {
  const old = new Map(
    before === null ? [] : table.rows(before).map((row) => [row.key, row] as const),
  );
  const changed: Row[] = [];
  for (const row of table.rows(after)) {
    const was = old.get(row.key);
    old.delete(row.key);
    const isSame =
      was !== undefined &&
      was.parts.length === row.parts.length &&
      was.parts.every((part, index) => Object.is(part, row.parts[index]));
    if (!isSame) changed.push(row.row());
  }
  return { changed, gone: [...old.values()].map((row) => row.row()) };
}

/**
 * Writes what changed: parents before children, and takes away children before parents. `tables` are in
 * the order of their foreign keys.
 */
export async function writeDifference<State>(
  tx: TransactionSql,
  tables: readonly Table<State>[],
  before: State | null,
  after: State,
): Promise<void> {
  const differences = tables.map((table) => ({
    table,
    ...differenceOf(table, before, after),
  }));
  const removals = differences
    .toReversed()
    .filter(({ gone }) => gone.length > 0)
    .map(({ table, gone }) => remove(tx, table, gone));
  const writes = differences
    .filter(({ changed }) => changed.length > 0)
    .map(({ table, changed }) => upsert(tx, table, changed));
  // one connection carries them out in this order; waiting for each would only cost round trips
  await Promise.all([...removals, ...writes]);
}

function upsert<State>(tx: TransactionSql, table: Table<State>, rows: readonly Row[]) {
  const { name, primaryKey, columns, frozen } = table;
  const rest = frozen ? [] : columns.filter((column) => !primaryKey.includes(column));
  const into = columns.map(quoted).join(", ");
  const set = rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(", ");
  // names come from our own table definitions, never from outside
  return tx.unsafe(
    `insert into ${quoted(name)} (${into})
     select ${into} from jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb)
     on conflict (${primaryKey.map(quoted).join(", ")}) do ${rest.length === 0 ? "nothing" : `update set ${set}`}`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

function remove<State>(tx: TransactionSql, table: Table<State>, rows: readonly Row[]) {
  const { name, primaryKey } = table;
  const match = primaryKey
    .map((column) => `target.${quoted(column)} = gone.${quoted(column)}`)
    .join(" and ");
  return tx.unsafe(
    `delete from ${quoted(name)} as target
     using jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb) as gone where ${match}`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

const quoted = (name: string) => `"${name}"`;

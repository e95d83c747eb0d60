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
  /** All that the rows are made of: the same parts before and after, the same rows, unlooked at. */
  parts(state: State): readonly unknown[];
  rows(state: State): readonly TableRow[];
  /**
   * The difference by itself, where rows are many and change one by one; null when all must be looked
   * at. It must be the difference that `rows` has.
   */
  quickly?(before: State, after: State): Difference | null;
};

export type Difference = { added: Row[]; changed: Row[]; gone: Row[] };

const noDifference: Difference = { added: [], changed: [], gone: [] };

function differenceOf<State>(table: Table<State>, before: State | null, after: State): Difference {
  if (before !== null && isSame(table.parts(before), table.parts(after))) return noDifference;
  const found = before === null ? null : table.quickly?.(before, after);
  if (found) return found;
  const old = new Map(
    before === null ? [] : table.rows(before).map((row) => [row.key, row] as const),
  );
  const added: Row[] = [];
  const changed: Row[] = [];
  for (const row of table.rows(after)) {
    const was = old.get(row.key);
    old.delete(row.key);
    if (was === undefined) added.push(row.row());
    else if (!isSame(was.parts, row.parts)) changed.push(row.row());
  }
  return { added, changed, gone: [...old.values()].map((row) => row.row()) };
}

function isSame(was: readonly unknown[], is: readonly unknown[]): boolean {
  return was.length === is.length && was.every((part, index) => Object.is(part, is[index]));
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
  const additions = differences
    .filter(({ added }) => added.length > 0)
    .map(({ table, added }) => insert(tx, table, added));
  const changes = differences
    .filter(({ changed }) => changed.length > 0)
    .map(({ table, changed }) => update(tx, table, changed));
  // one connection carries them out in this order; waiting for each would only cost round trips
  await Promise.all([...removals, ...additions, ...changes]);
}

/**
 * Never "on conflict": ids come from clients, and one that is already another meeting's would take that
 * row over. The primary key refuses it, and the door answers that one command.
 */
function insert<State>(tx: TransactionSql, { name, columns }: Table<State>, rows: readonly Row[]) {
  const into = columns.map(quoted).join(", ");
  // names come from our own table definitions, never from outside
  return tx.unsafe(
    `insert into ${quoted(name)} (${into})
     select ${into} from jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb)`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

async function update<State>(tx: TransactionSql, table: Table<State>, rows: readonly Row[]) {
  const { name, primaryKey, columns } = table;
  const rest = columns.filter((column) => !primaryKey.includes(column));
  const set = rest.map((column) => `${quoted(column)} = changed.${quoted(column)}`).join(", ");
  const { count } = await tx.unsafe(
    `update ${quoted(name)} as target set ${set}
     from jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb) as changed
     where ${matching(primaryKey, "changed")}`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
  if (count !== rows.length) throw new Error(`${name} lost rows that its states have`);
}

function remove<State>(tx: TransactionSql, table: Table<State>, rows: readonly Row[]) {
  const { name, primaryKey } = table;
  return tx.unsafe(
    `delete from ${quoted(name)} as target
     using jsonb_populate_recordset(null::${quoted(name)}, $1::text::jsonb) as gone where ${matching(primaryKey, "gone")}`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}

function matching(primaryKey: readonly string[], other: string): string {
  return primaryKey
    .map((column) => `target.${quoted(column)} = ${other}.${quoted(column)}`)
    .join(" and ");
}

const quoted = (name: string) => `"${name}"`;

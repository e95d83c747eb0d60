/** What the product needs of its Postgres driver when a connection dies, and gets by `patches/`. */
import { createConnection, type Socket } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../db/connect";
import { copyDatabase } from "../support/database";

const copy = await copyDatabase({ empty: true });
const killer = connect(copy.url, { max: 1 });

beforeAll(() => killer`create table written (by text)`);
afterAll(async () => {
  await killer.end();
  await copy.drop();
});

/** A promise, and what fulfils it. */
function signal<T>() {
  let give: (value: T) => void = () => undefined;
  const given = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

test("a transaction whose connection died fails, and writes into nobody else's", async () => {
  // one connection, so that the next transaction gets the one that the first lost
  const sql = connect(copy.url, { max: 1 });
  const otherBegan = signal<void>();
  const late = signal<unknown>();
  const lost = sql.begin(async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await killer`select pg_terminate_backend(${row?.pid ?? 0})`;
    await otherBegan.given;
    await tx`insert into written values ('lost')`.then(late.give, late.give);
    throw new Error("decided against it");
  });
  await expect(lost).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await sql.begin(async (tx) => {
    await tx`insert into written values ('other')`;
    otherBegan.give();
    expect(await late.given).toMatchObject({ code: "CONNECTION_CLOSED" });
    // the lost transaction's rollback follows now; had it come here, this one would be undone
    await tx`select pg_sleep(0.05)`;
  });
  expect(await killer`select by from written`).toEqual([{ by: "other" }]);
  await sql.end();
});

test("a connection that died with something unsent serves again", async () => {
  const sql = connect(copy.url, { max: 1 });
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await killer`select pg_terminate_backend(${row?.pid ?? 0})`;
  // asked in the loop's phase just before sockets close: each is answered or refused, none is left waiting
  const asked: Promise<unknown>[] = [];
  for (let turn = 0; turn < 500; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    asked.push(sql`select 1`.catch((error: unknown) => error));
  }
  await Promise.all(asked);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
});

test("what is asked between a connection's failure and its end is refused, and the connection serves again", async () => {
  const { hostname, port, pathname, username, password, searchParams } = new URL(copy.url);
  const folder = searchParams.get("host");
  const at = port === "" ? "5432" : port;
  const lines: Socket[] = [];
  // `socket` is no option that the driver's types know
  const options = {
    max: 1,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    socket: () => {
      const line =
        folder === null
          ? createConnection(Number(at), hostname)
          : createConnection(`${folder}/.s.PGSQL.${at}`);
      lines.push(line);
      return line;
    },
  };
  const sql = postgres(options);
  await sql`select 1`;
  const answered = signal<unknown>();
  // heard after the driver has heard it; the line closes in a later phase of the loop
  lines[0]?.once("error", () => sql`select 2`.then(answered.give, answered.give));
  lines[0]?.destroy(new Error("reset"));
  expect(await answered.given).toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await sql`select 3 as three`).toEqual([{ three: 3 }]);
  expect(lines).toHaveLength(2);
  await sql.end();
});

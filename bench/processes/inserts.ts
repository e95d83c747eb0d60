/** The peer of `vote`: bare single-row inserts by the same driver over ten connections, no sockets, no rules. */
import postgres from "postgres";
import { answerQuestions } from "../child";
import { quantile } from "../report";

let sql: postgres.Sql | null = null;

answerQuestions(
  {
    connect: async (url: string) => {
      const { username, password, pathname, searchParams, hostname, port } = new URL(url);
      const folder = searchParams.get("host");
      sql = postgres({
        ...(folder === null
          ? { host: hostname, port: Number(port || 5432) }
          : { path: `${folder}/.s.PGSQL.5432` }),
        user: username,
        password: decodeURIComponent(password),
        database: pathname.slice(1),
        max: 10,
        onnotice: () => undefined,
      });
      await sql`create table if not exists bench_vote (id uuid primary key default gen_random_uuid(), voter text not null, answer text not null, at timestamptz not null default now())`;
      // every connection is up and knows the statement
      await insert(200);
    },
    insert,
  },
  async () => {
    await sql?.end();
  },
);

async function insert(count: number) {
  const open = sql;
  if (open === null) throw new Error("not connected");
  const latencies: number[] = [];
  let left = count;
  const startedAt = performance.now();
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const sentAt = performance.now();
      await open`insert into bench_vote (voter, answer) values (${"00000000-0000-4000-8000-000000000000"}, ${"yes"})`;
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: 10 }, one));
  const elapsedMs = performance.now() - startedAt;
  latencies.sort((first, second) => first - second);
  return { elapsedMs, p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99) };
}

/**
 * `vote`: 27, 200 and 1,000 members answer an open ballot at the same moment, over real sockets. Each
 * acknowledged vote is on disk. Beside it: what the same driver does with bare single-row inserts.
 */
import { type Child, startChild } from "../child";
import type { Seated } from "../processes/cabinet";
import type { Round } from "../processes/members";
import { type Row, row } from "../report";
import { compareVoterByVoter } from "../voter-by-voter";

const { BENCH_SIZES = "27,200,1000", BENCH_REPETITIONS = "5" } = process.env;
const sizes = BENCH_SIZES.split(",").map(Number);
/** a small body's burst is over in milliseconds: many make a measure */
const roundsOf = (members: number) => Math.min(20, Math.max(3, Math.ceil(1_500 / members)));
/** between rounds, not counted: nobody may say more than twenty things a second for long */
const pauseMs = 60;
const repetitions = Number(BENCH_REPETITIONS);

export async function vote(dropShare = 0): Promise<Row[]> {
  const rows: Row[] = [];
  const cabinet = startChild("cabinet");
  const members = startChild("members");
  const inserts = startChild("inserts");
  try {
    await cabinet.ask("open");
    for (const size of sizes) {
      const seated = await cabinet.ask<Seated>("seat", { members: size, observers: 0 });
      await inserts.ask("connect", seated.databaseUrl);
      await members.ask("connect", seated);
      const ballotId = await cabinet.ask<string>("openBallot");
      const ours = {
        rate: [] as number[],
        p50: [] as number[],
        p99: [] as number[],
        burst: [] as number[],
        cpu: [] as number[],
        postgres: [] as number[],
        generator: [] as number[],
      };
      const peer = { rate: [] as number[], p50: [] as number[], p99: [] as number[] };
      const acknowledged: Round[] = [];
      const oneRun = async (turn: number) => {
        const rounds: Round[] = [];
        for (let count = 0; count < roundsOf(size); count++) {
          const answer = (turn * roundsOf(size) + count) % 2 === 0 ? "yes" : "no";
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
          rounds.push(
            await members.ask<Round>("vote", { ballotId, answer, dropShare, spreadMs: 0 }),
          );
        }
        acknowledged.push(...rounds);
        return rounds;
      };
      await oneRun(0); // warm
      for (let repetition = 1; repetition <= repetitions; repetition++) {
        const before = await used(cabinet, members);
        const rounds = await oneRun(repetition);
        const after = await used(cabinet, members);
        const elapsedMs = rounds.reduce((sum, round) => sum + round.elapsedMs, 0);
        const votes = rounds.reduce(
          (sum, round) => sum + round.votes.filter((one) => one.accepted).length,
          0,
        );
        ours.rate.push((votes / elapsedMs) * 1_000);
        ours.cpu.push((after.server - before.server) / votes);
        ours.postgres.push((after.postgres - before.postgres) / votes);
        ours.generator.push((after.generator - before.generator) / votes);
        ours.p50.push(median(rounds.map(({ p50Ms }) => p50Ms)));
        ours.p99.push(Math.max(...rounds.map(({ p99Ms }) => p99Ms)));
        ours.burst.push(median(rounds.map(({ elapsedMs: each }) => each)));
        const bare = await inserts.ask<{ elapsedMs: number; p50Ms: number; p99Ms: number }>(
          "insert",
          votes,
        );
        peer.rate.push((votes / bare.elapsedMs) * 1_000);
        peer.p50.push(bare.p50Ms);
        peer.p99.push(bare.p99Ms);
      }
      await compareVoterByVoter(cabinet, ballotId, acknowledged);
      const name = "bare single-row inserts, 10 connections";
      const label = size === 1_000 ? "" : `, ${size} members`;
      rows.push(
        row(`acknowledged votes/s${label}`, "1/s", ours.rate, { name, values: peer.rate }),
        row(`p50${label}`, "ms", ours.p50, { name, values: peer.p50 }),
        row(`p99${label}`, "ms", ours.p99, { name, values: peer.p99 }),
        row(`server CPU per vote${label}`, "µs", ours.cpu),
        row(`PostgreSQL CPU per vote${label}`, "µs", ours.postgres),
        row(`load generator CPU per vote${label}`, "µs", ours.generator),
        row(`burst of all members${label}`, "ms", ours.burst),
      );
      await members.ask("leave");
    }
    return rows;
  } finally {
    await Promise.all([members.stop(), inserts.stop()]);
    await cabinet.stop();
  }
}

/** `vote-retry`: a tenth of the answers is lost on the way, and the same votes are sent again. */
export const voteRetry = (): Promise<Row[]> => vote(0.1);

/** Microseconds of all cores: what shares the machine with what. */
async function used(cabinet: Child, members: Child) {
  return {
    server: await cabinet.ask<number>("cpu"),
    postgres: await cabinet.ask<number>("postgresCpu"),
    generator: await members.ask<number>("cpu"),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

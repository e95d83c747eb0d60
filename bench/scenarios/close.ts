/** `close`: the chair closes the ballot in the middle of 1,000 votes. Each vote is wholly before it, or refused. */
import { startChild } from "../child";
import type { Seated } from "../processes/cabinet";
import type { Round } from "../processes/members";
import { type Row, row } from "../report";
import { compareVoterByVoter } from "../voter-by-voter";

const members = 1_000;
const repetitions = 5;
const spreadMs = 400;

export async function close(): Promise<Row[]> {
  const cabinet = startChild("cabinet");
  const voters = startChild("members");
  try {
    await cabinet.ask("open");
    const seated = await cabinet.ask<Seated>("seat", { members, observers: 0 });
    await voters.ask("connect", seated);
    const tookMs: number[] = [];
    const accepted: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const ballotId = await cabinet.ask<string>("openBallot");
      const middle = { ballotId, count: members / 3 };
      const closing = cabinet.ask<number>("closeInTheMiddle", middle);
      const options = { ballotId, answer: "yes", dropShare: 0, spreadMs };
      const voting = voters.ask<Round>("vote", options);
      tookMs.push(await closing);
      const round = await voting;
      accepted.push(round.votes.filter((one) => one.accepted).length);
      await compareVoterByVoter(cabinet, ballotId, [round], { isClosed: true });
    }
    return [
      row("closing asked to closing durable", "ms", tookMs),
      row("votes before the closing", "votes", accepted),
    ];
  } finally {
    await voters.stop();
    await cabinet.stop();
  }
}

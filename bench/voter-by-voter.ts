/** What was acknowledged and what is recorded must be the same, voter by voter. */
import type { AnswerMeaning } from "../domain/bodies";
import type { Child } from "./child";
import type { Round } from "./processes/members";

const closings = ["ballot.closed", "ballot.not_open"];

/**
 * Closes and declares the ballot, then compares.
 * @throws Error naming the first difference
 */
export async function compareVoterByVoter(
  cabinet: Child,
  ballotId: string,
  rounds: readonly Round[],
  options: { isClosed?: boolean } = {},
): Promise<void> {
  if (options.isClosed !== true) await cabinet.ask("closeBallot", ballotId);
  const recorded = await cabinet.ask<Record<string, { answer: AnswerMeaning; seq: number }>>(
    "votes",
    ballotId,
  );
  const last = new Map<string, { answer: AnswerMeaning; seq: number }>();
  const tallied: Record<string, number> = {};
  for (const { votes } of rounds) {
    for (const { personId, answer, seq, accepted, sameReceipt, refusal } of votes) {
      if (refusal !== null && !closings.includes(refusal))
        throw new Error(`${personId} was refused: ${refusal}`);
      if (!sameReceipt) throw new Error(`${personId} got two receipts for one vote`);
      if (accepted && seq > (last.get(personId)?.seq ?? 0)) last.set(personId, { answer, seq });
    }
  }
  for (const [personId, { answer, seq }] of last) {
    const own = recorded[personId];
    if (own?.answer !== answer || own.seq !== seq)
      throw new Error(
        `${personId}: acknowledged ${answer} at ${seq}, recorded ${JSON.stringify(own)} of ${Object.keys(recorded).length}`,
      );
    tallied[answer] = (tallied[answer] ?? 0) + 1;
  }
  if (Object.keys(recorded).length !== last.size)
    throw new Error(`${Object.keys(recorded).length} recorded, ${last.size} acknowledged`);
  const tally = await cabinet.ask<Record<string, number>>("tally", ballotId);
  for (const answer of ["yes", "no"])
    if ((tally[answer] ?? 0) !== (tallied[answer] ?? 0))
      throw new Error(`tally ${JSON.stringify(tally)}, acknowledged ${JSON.stringify(tallied)}`);
  await cabinet.ask("declareBallot", ballotId);
}

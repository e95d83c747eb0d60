import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { BallotId, CommandId, MeetingId, PersonId } from "../../domain/ids";
import { createBatches } from "./batch";
import { refusal } from "./execute";
import type { Asked, Outcome } from "./outcome";

const aVote = (): Asked => ({
  command: {
    id: CommandId.parse(randomUUID()),
    type: "ballot.vote",
    meetingId: MeetingId.parse(randomUUID()),
    ballotId: BallotId.parse(randomUUID()),
    answer: "yes",
  },
  actor: { kind: "person", personId: PersonId.parse(randomUUID()) },
  payloadHash: "",
  notAfter: null,
});

const nothing = { head: { seq: 0, hash: "" }, meeting: null, body: null };

/** Every command gets an answer that names it. */
const outcomeOf = (asked: readonly Asked[]): Outcome => ({
  answers: asked.map(({ command }) => refusal(command.id, "ballot.closed")),
  committed: { stream: "meeting:1", before: nothing, after: nothing, recorded: [] },
});

test("in a storm the next batch is at the database before the last answer of the one before left", async () => {
  const happened: string[] = [];
  const batches = createBatches(
    (_stream, asked) => {
      happened.push("batch");
      return Promise.resolve(outcomeOf(asked));
    },
    () => undefined,
    () => undefined,
  );
  const votes = Array.from({ length: 300 }, aVote);
  const answered = votes.map(async (each) => {
    const answer = await batches.submit("meeting:1", each);
    happened.push("answer");
    expect(answer.commandId).toBe(each.command.id);
  });
  await batches.drained();
  expect(happened.filter((each) => each === "answer")).toHaveLength(300);
  expect(happened.lastIndexOf("batch")).toBeLessThan(250);
  await Promise.all(answered);
});

test("drained waits for answers that are still to leave", async () => {
  const batches = createBatches(
    (_stream, asked) => Promise.resolve(outcomeOf(asked)),
    () => undefined,
    () => undefined,
  );
  let left = 200;
  for (const each of Array.from({ length: 200 }, aVote))
    void batches.submit("meeting:1", each).then(() => {
      left -= 1;
    });
  await batches.drained();
  expect(left).toBe(0);
});

/** Whatever people try, in any order: what is counted is what was accepted before closing, and nothing else. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { aCabinetOf, aSessionOf, clock, ids, person } from "../../tests/support/cabinet-in-memory";
import type { AnswerMeaning } from "../bodies";
import type { PersonId } from "../ids";
import { voteOf } from "./roll";

const { meeting: meetingId } = ids;
const ballotId = ids.ballot(1);
const own = { meetingId, ballotId };
const size = 5;
const chair = person(ids.person(1));

type Attempt =
  | { what: "vote"; voter: number; answer: AnswerMeaning }
  | { what: "close" | "clock" | "declare" }
  | { what: "wait"; ms: number };

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant("vote"),
      // one place beyond the roll: somebody without a vote
      voter: fc.integer({ min: 1, max: size + 1 }),
      answer: fc.constantFrom<AnswerMeaning>("yes", "no", "abstain"),
    }),
  },
  fc.record({ what: fc.constantFrom("close", "clock", "clock", "declare") }),
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("wait"), ms: fc.integer({ min: 1, max: 12_000 }) }),
  },
);

it("BA14, BA15, BA18, BA30 the tally is that of the last votes accepted before closing", () => {
  let refusedLate = 0;
  let closedByClock = 0;
  const course = fc.property(
    fc.boolean(),
    fc.option(fc.constant(30)),
    fc.array(attempt, { minLength: 5, maxLength: 40, size: "max" }),
    (voteMayChange, seconds, attempts) => {
      const cabinet = aSessionOf(aCabinetOf(size, { voteMayChange }), 1, size);
      cabinet.must({ type: "item.call", meetingId, itemId: ids.item(1) }, chair);
      const question = { vi: "Thông qua?", en: "" };
      cabinet.must({ type: "ballot.prepare", ...own, itemId: ids.item(1), question }, chair);
      cabinet.must({ type: "ballot.open", ...own, seconds }, chair);
      const openedAt = Date.parse(cabinet.now);

      // the model: one last answer for each voter, and a day of judgement
      const last = new Map<PersonId, AnswerMeaning>();
      let isOpen = true;
      for (const each of [...attempts, { what: "close" } as const]) {
        const isOver = seconds !== null && Date.parse(cabinet.now) - openedAt >= seconds * 1000;
        if (each.what === "wait") cabinet.pass(each.ms);
        else if (each.what === "vote") {
          const voter = ids.person(each.voter);
          const refusal = cabinet.try(
            { type: "ballot.vote", ...own, answer: each.answer },
            person(voter),
          );
          const before = last.get(voter);
          const counts =
            isOpen &&
            !isOver &&
            each.voter <= size &&
            each.answer !== "abstain" &&
            (before === undefined || (voteMayChange && before !== each.answer));
          expect(refusal === null, `${JSON.stringify(each)} ${refusal?.code}`).toBe(counts);
          if (refusal === null) last.set(voter, each.answer);
          if (refusal?.code === "ballot.closed" || refusal?.code === "ballot.time_over")
            refusedLate += 1;
        } else if (each.what === "declare") cabinet.try({ type: "ballot.declare", ...own }, chair);
        else {
          const by = each.what === "clock" ? clock : chair;
          const refusal = cabinet.try({ type: "ballot.close", ...own }, by);
          expect(refusal === null).toBe(isOpen && (each.what === "close" || isOver));
          if (refusal === null) isOpen = false;
        }
      }

      const ballot = cabinet.state.ballots.ballots[ballotId];
      if (ballot?.state !== "closed" && ballot?.state !== "declared")
        throw new Error(`the last act closes: ${ballot?.state}`);
      if (ballot.closedBy === "clock") closedByClock += 1;
      const answersOf = (answer: AnswerMeaning) =>
        [...last.values()].filter((each) => each === answer).length;
      expect(ballot.result.tally).toEqual({
        yes: answersOf("yes"),
        no: answersOf("no"),
        abstain: 0,
        not_answered: size - last.size,
      });
      // and every vote that counted stands in the record, with its place in the journal
      for (const [voter, answer] of last) {
        const vote = voteOf(ballot, voter);
        const written = cabinet.log.find(({ recorded }) => recorded.seq === vote?.seq)?.recorded;
        expect(written?.event).toEqual({
          type: "ballot.vote_cast",
          ballotId,
          voter,
          sealed: { answer },
        });
      }
    },
  );
  fc.assert(course, { numRuns: 150 });
  // the sequences must have gone somewhere for this to have said anything
  expect(refusedLate).toBeGreaterThan(20);
  expect(closedByClock).toBeGreaterThan(5);
});

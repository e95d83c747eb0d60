import { describe, expect, it } from "vitest";
import { ids } from "../../tests/support/cabinet-in-memory";
import { at, hashOf } from "../../tests/support/given";
import { rollOf, times, votesOf } from "../../tests/support/votes";
import { governmentOfVietnam } from "../bodies";
import type { Ballot, BallotSetting, CastVote } from "./ballot";
import { resultOf } from "./majority";
import { ballotView } from "./view";

const { answers, majority } = governmentOfVietnam;
const roll = rollOf(5);
const setting: BallotSetting = {
  answers,
  majority,
  voting: { voteMayChange: true, voteRequiresPresence: false, remoteVote: true },
  roll: () => roll,
  isQuorate: () => true,
  whereabouts: () => "room",
  itemExists: () => true,
  itemIsCurrent: () => true,
};

const asked = {
  ballotId: ids.ballot(1),
  itemId: ids.item(1),
  question: { vi: "Thông qua?", en: "Adopt?" },
  preparedAt: at(1),
};
const votes: (CastVote | null)[] = votesOf([
  ...times(2, "yes"),
  "no",
  ...times(2, "not_answered"),
]).map((vote) => (vote === null ? null : { ...vote, at: at(3), seq: 3, hash: hashOf(3) }));
const put = {
  ...asked,
  answers,
  rule: majority,
  voting: setting.voting,
  roll,
  openedAt: at(2),
  closesAt: null,
  despiteQuorum: null,
  votes,
};
const counted = {
  ...put,
  closedAt: at(4),
  closedBy: "person" as const,
  result: resultOf(majority, roll, votes),
};
const open: Ballot = { ...put, state: "open" };
const closed: Ballot = { ...counted, state: "closed" };
const declared: Ballot = {
  ...counted,
  state: "declared",
  declaredAt: at(5),
  declaredSeq: 5,
  declaredHash: hashOf(5),
};
const voided: Ballot = { ...counted, state: "void", reason: "Câu hỏi sai", voidedAt: at(5) };

const inTheRoom = (ballot: Ballot) => ballotView(setting, ballot, { runs: false });
const atTheDesk = (ballot: Ballot) => ballotView(setting, ballot, { runs: true });
/** What the wire would carry, without the words of the question and the answers' labels. */
const wire = (ballot: Ballot, viewer: { runs: boolean }) => {
  const view = ballotView(setting, ballot, viewer);
  return JSON.stringify({ ...view, answers: [], rule: null, question: null });
};
const directions = /"(yes|no|abstain)"/;

describe("what is seen of a ballot", () => {
  it("BA40 a prepared question is seen only by those who run the meeting", () => {
    const prepared: Ballot = { ...asked, state: "prepared" };
    expect(inTheRoom(prepared)).toBeNull();
    expect(atTheDesk(prepared)).toMatchObject({ state: "prepared", entitled: 5, required: 3 });
  });

  it("BA41 while it is open nobody is sent a direction", () => {
    expect(wire(open, { runs: false })).not.toMatch(directions);
    expect(wire(open, { runs: true })).not.toMatch(directions);
  });

  it("BA41 all see how many have answered, those who run the meeting see who", () => {
    expect(inTheRoom(open)).toMatchObject({ castCount: 3, answered: null, entitled: 5 });
    expect(atTheDesk(open)?.answered).toEqual([1, 2, 3].map(ids.person));
  });

  it("BA42 between closing and declaration only those who run the meeting see the result", () => {
    expect(wire(closed, { runs: false })).not.toMatch(directions);
    expect(inTheRoom(closed)).toMatchObject({ castCount: 3, result: null, roll: null });
    expect(atTheDesk(closed)?.result).toMatchObject({ tally: { yes: 2, no: 1 }, passed: false });
  });

  it("BA43 a declared ballot shows counts and the named list to all, silence in its own row", () => {
    const view = inTheRoom(declared);
    expect(view).toEqual(atTheDesk(declared));
    expect(view?.result?.tally).toEqual({ yes: 2, no: 1, abstain: 0, not_answered: 2 });
    expect(view?.roll?.map(({ order, answer }) => [order, answer])).toEqual([
      [1, "yes"],
      [2, "yes"],
      [3, "no"],
      [4, null],
      [5, null],
    ]);
    expect(view).toMatchObject({ declaredAt: at(5), declaredSeq: 5, declaredHash: hashOf(5) });
  });

  it("BA44 of a void ballot nobody is sent votes or counts", () => {
    for (const viewer of [{ runs: false }, { runs: true }]) {
      expect(wire(voided, viewer)).not.toMatch(directions);
      expect(ballotView(setting, voided, viewer)).toMatchObject({
        state: "void",
        castCount: 0,
        answered: null,
        result: null,
        roll: null,
        voided: { at: at(5), reason: "Câu hỏi sai" },
      });
    }
  });
});

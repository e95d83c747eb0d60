import { describe, expect, it } from "vitest";
import {
  aCabinetOf,
  aMeetingOf,
  clock,
  ids,
  installer,
  people,
  person,
} from "../../tests/support/cabinet-in-memory";
import { at, hashOf, speakOf } from "../../tests/support/given";
import { rollOf } from "../../tests/support/votes";
import { type AnswerMeaning, governmentOfVietnam } from "../bodies";
import type { ItemId } from "../ids";
import type { Actor } from "../stream";
import type { Instant } from "../text";
import {
  type BallotCommands,
  type BallotEvent,
  type BallotRefusal,
  type BallotSetting,
  type BallotsState,
  ballotPermissions,
  decideBallot,
  emptyBallots,
  evolveBallots,
  type Voting,
} from "./index";

const { meeting: meetingId } = ids;
const ballotId = ids.ballot(1);
const itemId = ids.item(1);
const question = { vi: "Thông qua dự thảo Nghị định?", en: "Adopt the draft decree?" };
const { answers, majority } = governmentOfVietnam;
const freely: Voting = { voteMayChange: true, voteRequiresPresence: false, remoteVote: true };
const roll = rollOf(3);

const setting: BallotSetting = {
  answers,
  majority,
  voting: freely,
  roll: () => roll,
  isQuorate: () => true,
  whereabouts: () => "room",
  itemExists: (asked: ItemId) => asked === itemId || asked === ids.item(2),
  itemIsCurrent: (asked: ItemId) => asked === itemId,
};

const meetingWith = (changes: Partial<BallotSetting> = {}) =>
  speakOf<BallotsState, BallotCommands[keyof BallotCommands], BallotEvent, BallotRefusal>({
    initial: emptyBallots,
    evolve: evolveBallots,
    decide: (state, command, asked) =>
      decideBallot({ ...setting, ...changes }, state, command, asked),
  });
const given = meetingWith();

const member = (n: number) => person(ids.person(n));
const chair = member(1);
const own = { meetingId, ballotId };

const prepare = { type: "ballot.prepare", ...own, itemId, question } as const;
const open = (seconds: number | null = null) => ({ type: "ballot.open", ...own, seconds }) as const;
const vote = (answer: AnswerMeaning) => ({ type: "ballot.vote", ...own, answer }) as const;
const close = { type: "ballot.close", ...own } as const;
const declare = { type: "ballot.declare", ...own } as const;
const makeVoid = { type: "ballot.void", ...own, reason: "Câu hỏi sai điều khoản" } as const;

const prepared: BallotEvent = {
  type: "ballot.prepared",
  ballotId,
  itemId,
  sealed: { question },
};
const openedWith = (
  voting: Partial<Voting> = {},
  closesAt: Instant | null = null,
): Extract<BallotEvent, { type: "ballot.opened" }> => ({
  type: "ballot.opened",
  ballotId,
  answers,
  rule: majority,
  voting: { ...freely, ...voting },
  roll,
  closesAt,
});
const opened = openedWith();
const cast = (n: number, answer: AnswerMeaning): BallotEvent => ({
  type: "ballot.vote_cast",
  ballotId,
  voter: ids.person(n),
  sealed: { answer },
});
const closed: Extract<BallotEvent, { type: "ballot.closed" }> = {
  type: "ballot.closed",
  ballotId,
  by: "person",
  sealed: {
    result: {
      tally: { yes: 0, no: 0, abstain: 0, not_answered: 3 },
      base: 3,
      required: 2,
      passed: false,
      tie: null,
    },
  },
};
const declared: BallotEvent = { type: "ballot.declared", ballotId };
const voided: BallotEvent = {
  type: "ballot.voided",
  ballotId,
  sealed: { reason: makeVoid.reason },
};

describe("preparing a ballot", () => {
  it("BA1 a ballot is prepared once, on an item of the agenda", () => {
    given().when(prepare, chair).then(prepared);
    given(prepared).when(prepare, chair).thenRefused("ballot.exists");
    given()
      .when({ ...prepare, itemId: ids.item(9) }, chair)
      .thenRefused("ballot.item_unknown");
  });

  it("BA2 a question is reworded or discarded before it opens", () => {
    const reword = { type: "ballot.reword", ...own, question } as const;
    const discard = { type: "ballot.discard", ...own } as const;
    given(prepared)
      .when(reword, chair)
      .then({ type: "ballot.reworded", ballotId, sealed: { question } });
    given(prepared).when(discard, chair).then({ type: "ballot.discarded", ballotId });
    given().when(reword, chair).thenRefused("ballot.unknown");
    for (const history of [
      [prepared, opened],
      [prepared, opened, closed],
    ]) {
      given(...history)
        .when(reword, chair)
        .thenRefused("ballot.not_prepared");
      given(...history)
        .when(discard, chair)
        .thenRefused("ballot.not_prepared");
    }
    expect(given(prepared, { type: "ballot.discarded", ballotId }).state).toEqual(emptyBallots);
  });
});

it("BA2 a prepared question goes with an item that is taken off the agenda, others stay", () => {
  const cabinet = aMeetingOf(aCabinetOf(3), 2);
  for (const n of [1, 2])
    cabinet.must({ ...prepare, ballotId: ids.ballot(n), itemId: ids.item(n) }, people.secretary);
  cabinet.must({ type: "agenda.remove_item", meetingId, itemId }, people.secretary);
  expect(cabinet.state.ballots.order).toEqual([ids.ballot(2)]);
  expect(Object.keys(cabinet.state.ballots.ballots)).toEqual([ids.ballot(2)]);
});

describe("opening", () => {
  it("BA3 a ballot opens on the current item of a meeting that decides", () => {
    given(prepared).when(open(), chair).then(opened);
    meetingWith({ itemIsCurrent: () => false })(prepared)
      .when(open(), chair)
      .thenRefused("ballot.item_not_current");
    given().when(open(), chair).thenRefused("ballot.unknown");
  });

  it("BA4 one ballot is open at a time", () => {
    const second = ids.ballot(2);
    const other: BallotEvent = {
      type: "ballot.prepared",
      ballotId: second,
      itemId,
      sealed: { question },
    };
    const next = { ...open(), ballotId: second };
    given(prepared, other, opened).when(next, chair).thenRefused("ballot.another_open");
    given(prepared, other, opened, closed)
      .when(next, chair)
      .then({ ...opened, ballotId: second });
  });

  it("BA5 a ballot opens only with a quorum", () => {
    meetingWith({ isQuorate: () => false })(prepared)
      .when(open(), chair)
      .thenRefused("ballot.no_quorum");
  });

  it("BA7 whoever presides opens it without one by a reason; where there is one, none is recorded", () => {
    const command = { ...open(), despiteQuorum: "Quyết định khẩn cấp về bão số 9" } as const;
    meetingWith({ isQuorate: () => false })(prepared)
      .when(command, chair)
      .then({ ...opened, sealed: { despiteQuorum: "Quyết định khẩn cấp về bão số 9" } });
    given(prepared).when(command, chair).then(opened);
  });

  it("BA6 opening freezes roll, rule, answers and how votes are given", () => {
    const changed = meetingWith({
      roll: () => [],
      answers: [],
      majority: { ...majority, tieWhen: "yes_equals_no" },
      voting: { voteMayChange: false, voteRequiresPresence: true, remoteVote: false },
      whereabouts: () => null,
    })(prepared, opened, cast(2, "yes"));
    changed.when(vote("no"), member(2)).then(cast(2, "no"));
    expect(changed.state.ballots[ballotId]).toMatchObject({ roll, rule: majority, answers });
  });

  it("BA34 a ballot is never opened again", () => {
    for (const end of [closed, declared, voided])
      given(prepared, opened, closed, end).when(open(), chair).thenRefused("ballot.not_prepared");
  });
});

describe("voting", () => {
  it("BA13 who is on the roll votes, nobody else", () => {
    given(prepared, opened).when(vote("yes"), member(2)).then(cast(2, "yes"));
    const others: Actor[] = [person(people.invitee), person(people.secretary), installer, clock];
    for (const actor of others)
      given(prepared, opened).when(vote("yes"), actor).thenRefused("ballot.not_on_roll");
    given().when(vote("yes"), member(2)).thenRefused("ballot.unknown");
    given(prepared).when(vote("yes"), member(2)).thenRefused("ballot.not_open");
  });

  it("BA14 a vote after closing is refused", () => {
    for (const after of [[closed], [closed, declared], [voided]])
      given(prepared, opened, ...after)
        .when(vote("yes"), member(2))
        .thenRefused("ballot.closed");
  });

  it("BA14 a vote that is journaled after closing would not count", () => {
    const late = given(prepared, opened, cast(1, "yes"), closed, cast(2, "yes")).state;
    expect(late).toEqual(given(prepared, opened, cast(1, "yes"), closed).state);
  });

  it("BA15 the time of a timed ballot is over by the clock, to the millisecond", () => {
    given(prepared)
      .when(open(60), chair, at(10))
      .then(openedWith({}, at(70)));
    const timed = given(prepared, openedWith({}, at(70)));
    timed.when(vote("yes"), member(2), at(69)).then(cast(2, "yes"));
    timed.when(vote("yes"), member(2), at(70)).thenRefused("ballot.time_over");
    timed.when(vote("yes"), member(2), at(71)).thenRefused("ballot.time_over");
  });

  it("BA16 where presence is asked for, only who is there votes, in the room or remote", () => {
    const from = (where: ReturnType<BallotSetting["whereabouts"]>) =>
      meetingWith({ whereabouts: () => where })(
        prepared,
        openedWith({ voteRequiresPresence: true }),
      ).when(vote("yes"), member(2));
    from("room").then(cast(2, "yes"));
    from("remote").then(cast(2, "yes"));
    for (const where of ["expected", "away", "left", null] as const)
      from(where).thenRefused("ballot.not_present");
  });

  it("BA17 without remote vote only who is in the room votes", () => {
    const from = (where: ReturnType<BallotSetting["whereabouts"]>) =>
      meetingWith({ whereabouts: () => where })(prepared, openedWith({ remoteVote: false })).when(
        vote("yes"),
        member(2),
      );
    from("room").then(cast(2, "yes"));
    for (const where of ["remote", "expected", "away", "left", null] as const)
      from(where).thenRefused("ballot.not_in_room");
  });

  it("BA18 a vote may be changed until closing, the last counts", () => {
    const changed = given(prepared, opened, cast(2, "yes"));
    changed.when(vote("no"), member(2)).then(cast(2, "no"));
    changed.when(vote("yes"), member(2)).thenRefused("ballot.unchanged");
    given(prepared, opened, cast(2, "yes"), cast(2, "no"))
      .when(close, chair)
      .then({
        ...closed,
        sealed: {
          result: {
            ...closed.sealed.result,
            tally: { yes: 0, no: 1, abstain: 0, not_answered: 2 },
          },
        },
      });
  });

  it("BA18 where the rules do not allow it, the first vote stands", () => {
    const fixed = given(prepared, openedWith({ voteMayChange: false }), cast(2, "yes"));
    fixed.when(vote("no"), member(2)).thenRefused("ballot.no_change_allowed");
    fixed.when(vote("yes"), member(2)).thenRefused("ballot.unchanged");
    fixed.when(vote("no"), member(3)).then(cast(3, "no"));
  });

  it("BA19 an answer that this ballot does not have is refused", () => {
    // the Government's preset knows no abstention
    given(prepared, opened).when(vote("abstain"), member(2)).thenRefused("ballot.answer_unknown");
  });

  it("BA45 a recorded vote has its receipt", () => {
    const ballot = given(prepared, opened, cast(2, "yes")).state.ballots[ballotId];
    expect(ballot).toMatchObject({
      votes: [null, { answer: "yes", at: at(3), seq: 3, hash: hashOf(3) }, null],
    });
  });
});

describe("closing and declaring", () => {
  it("BA30 closing counts what was cast before it, once", () => {
    given(prepared, opened, cast(1, "yes"), cast(2, "yes"))
      .when(close, chair)
      .then({
        type: "ballot.closed",
        ballotId,
        by: "person",
        sealed: {
          result: {
            tally: { yes: 2, no: 0, abstain: 0, not_answered: 1 },
            base: 3,
            required: 2,
            passed: true,
            tie: null,
          },
        },
      });
    given(prepared, opened, closed).when(close, chair).thenRefused("ballot.closed");
    given(prepared).when(close, chair).thenRefused("ballot.not_open");
    given().when(close, chair).thenRefused("ballot.unknown");
  });

  it("BA31 the clock closes a timed ballot that is due", () => {
    const timed = given(prepared, openedWith({}, at(70)));
    timed.when(close, clock, at(69)).thenRefused("ballot.time_not_over");
    timed.when(close, clock, at(70)).then({ ...closed, by: "clock" });
    given(prepared, opened).when(close, clock, at(9_999)).thenRefused("ballot.time_not_over");
  });

  it("BA31 who closes after the time is over finds that the clock has closed it", () => {
    const timed = given(prepared, openedWith({}, at(70)));
    timed.when(close, chair, at(71)).then({ ...closed, by: "clock" });
    timed.when(close, chair, at(69)).then(closed);
  });

  it("BA32 a result is declared after closing, once", () => {
    given(prepared, opened).when(declare, chair).thenRefused("ballot.not_closed");
    given(prepared, opened, closed).when(declare, chair).then(declared);
    given(prepared, opened, closed, declared).when(declare, chair).thenRefused("ballot.not_closed");
    given().when(declare, chair).thenRefused("ballot.unknown");
    expect(given(prepared, opened, closed, declared).state.ballots[ballotId]).toMatchObject({
      state: "declared",
      declaredAt: at(4),
      declaredSeq: 4,
      declaredHash: hashOf(4),
    });
  });

  it("BA33 an open or closed ballot can be void, a declared one stands", () => {
    given(prepared, opened).when(makeVoid, chair).then(voided);
    given(prepared, opened, closed).when(makeVoid, chair).then(voided);
    for (const history of [
      [prepared],
      [prepared, opened, closed, declared],
      [prepared, opened, voided],
    ])
      given(...history)
        .when(makeVoid, chair)
        .thenRefused("ballot.not_voidable");
    given().when(makeVoid, chair).thenRefused("ballot.unknown");
  });
});

it("BA13 the voting right is the membership's, no role gives it", () => {
  const roles = new Set(["secretary", "office_lead", "examiner", "auditor", "vice_chair"] as const);
  const rights = { roles, presides: true, capacity: "invitee", votingRight: false } as const;
  expect(ballotPermissions["ballot.vote"](rights)).toBe(false);
  expect(ballotPermissions["ballot.vote"]({ ...rights, roles: new Set(), votingRight: true })).toBe(
    true,
  );
});

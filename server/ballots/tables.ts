/** Ballots, their rolls and the votes that count, as tables. Every vote ever cast is in the journal. */
import type { Ballot, CastVote } from "../../domain/ballots";
import type { BallotId, PersonId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { Difference, Row, Table } from "../projections/table";

const ballotsOf = ({ ballots }: MeetingState) => Object.values(ballots.ballots);
type Put = Exclude<Ballot, { state: "prepared" }>;
const putOf = (ballot: Ballot) => (ballot.state === "prepared" ? null : ballot);

export const ballotTables: readonly Table<MeetingState>[] = [
  {
    name: "ballot",
    primaryKey: ["ballot_id"],
    columns: [
      "ballot_id",
      "meeting_id",
      "item_id",
      "question",
      "state",
      "terms",
      "opened_at",
      "closes_at",
      "closed_at",
      "declared_at",
      "result",
    ],
    parts: (state) => ballotsOf(state).flatMap((ballot) => [ballot.state, ballot.question]),
    rows: (state) =>
      ballotsOf(state).map((ballot) => ({
        key: ballot.ballotId,
        // not the ballot itself: it changes with every vote, the row does not
        parts: [ballot.state, ballot.question],
        row: () => ballotRow(state, ballot),
      })),
  },
  {
    name: "ballot_roll",
    primaryKey: ["ballot_id", "person_id"],
    columns: [
      "ballot_id",
      "person_id",
      "membership_id",
      "name",
      "order",
      "head",
      "presides",
      "present",
    ],
    parts: (state) => ballotsOf(state).map((ballot) => putOf(ballot)?.roll),
    rows: (state) =>
      ballotsOf(state).flatMap((ballot) =>
        (putOf(ballot)?.roll ?? []).map((entry) => ({
          key: `${ballot.ballotId} ${entry.personId}`,
          parts: [entry],
          row: () => ({
            ballot_id: ballot.ballotId,
            person_id: entry.personId,
            membership_id: entry.membershipId,
            name: entry.name,
            order: entry.order,
            head: entry.head,
            presides: entry.presides,
            present: entry.present,
          }),
        })),
      ),
  },
  {
    name: "vote",
    primaryKey: ["ballot_id", "voter"],
    columns: ["ballot_id", "voter", "answer", "at", "seq", "hash"],
    parts: (state) => ballotsOf(state).map((ballot) => putOf(ballot)?.votes),
    rows: (state) =>
      ballotsOf(state).flatMap((ballot) => {
        const put = putOf(ballot);
        if (put === null) return [];
        return put.roll.flatMap(({ personId }, place) => {
          const vote = put.votes[place] ?? null;
          if (vote === null) return [];
          return {
            key: `${ballot.ballotId} ${personId}`,
            parts: [vote],
            row: () => voteRow(ballot.ballotId, personId, vote),
          };
        });
      }),
    quickly: votesBetween,
  },
];

function voteRow(ballotId: BallotId, voter: PersonId, { answer, at, seq, hash }: CastVote): Row {
  return { ballot_id: ballotId, voter, answer, at, seq, hash };
}

/** A storm casts a few votes of very many at a time; the roll, and with it each voter's place, is frozen. */
function votesBetween(before: MeetingState, after: MeetingState): Difference | null {
  const difference: Difference = { added: [], changed: [], gone: [] };
  const earlier = before.ballots.ballots;
  const later = after.ballots.ballots;
  const ballotIds = [...ballotsOf(before), ...ballotsOf(after)].map(({ ballotId }) => ballotId);
  for (const ballotId of new Set(ballotIds)) {
    const was = rollAndVotesOf(earlier[ballotId]);
    const is = rollAndVotesOf(later[ballotId]);
    // just opened, or gone: looked at in full
    if (was.roll !== is.roll) return null;
    if (was.votes === is.votes) continue;
    for (const [place, { personId }] of is.roll.entries()) {
      const vote = is.votes[place] ?? null;
      const former = was.votes[place] ?? null;
      if (vote === former) continue;
      if (vote === null) return null;
      const rows = former === null ? difference.added : difference.changed;
      rows.push(voteRow(ballotId, personId, vote));
    }
  }
  return difference;
}

const unopened: Pick<Put, "roll" | "votes"> = { roll: [], votes: [] };

function rollAndVotesOf(ballot: Ballot | undefined): Pick<Put, "roll" | "votes"> {
  return (ballot === undefined ? null : putOf(ballot)) ?? unopened;
}

function ballotRow({ meetingId }: MeetingState, ballot: Ballot): Row {
  const put = putOf(ballot);
  const closed = put !== null && "closedAt" in put ? put : null;
  return {
    ballot_id: ballot.ballotId,
    meeting_id: meetingId,
    item_id: ballot.itemId,
    question: ballot.question,
    state: ballot.state,
    terms: put === null ? null : { rule: put.rule, answers: put.answers },
    opened_at: put?.openedAt ?? null,
    closes_at: put?.closesAt ?? null,
    closed_at: closed?.closedAt ?? null,
    declared_at: ballot.state === "declared" ? ballot.declaredAt : null,
    result: closed?.result ?? null,
  };
}

/** Ballots, their rolls and the votes that count, as tables. Every vote ever cast is in the journal. */
import type { Ballot } from "../../domain/ballots";
import type { MeetingState } from "../../domain/meetings";
import type { Row, Table } from "../projections/table";

const ballotsOf = ({ ballots }: MeetingState) => Object.values(ballots.ballots);
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
            row: () => ({
              ballot_id: ballot.ballotId,
              voter: personId,
              answer: vote.answer,
              at: vote.at,
              seq: vote.seq,
              hash: vote.hash,
            }),
          };
        });
      }),
  },
];

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

/** Our side of a bench: the door, the sessions and the live side, as the product runs them, on its own PostgreSQL. */
import type { BallotId, PersonId } from "../../domain/ids";
import { LiveCabinet } from "../../tests/support/live-cabinet";
import { anOpenBallot, aSitting, morePapers, type Sitting } from "../../tests/support/sitting";
import { answerQuestions } from "../child";
import { postgresCpu } from "../postgres-cpu";
import { usage } from "../usage";

let cabinet: LiveCabinet | null = null;
let sitting: Sitting | null = null;

const opened = (): LiveCabinet => {
  if (cabinet === null) throw new Error("no cabinet yet");
  return cabinet;
};
const sat = (): Sitting => {
  if (sitting === null) throw new Error("no sitting yet");
  return sitting;
};

/** `served`: snapshots and what is not yet in them; `history`: what is kept besides for the history's time */
export type Stored = { served: number; history: number };

export type Seated = {
  address: string;
  databaseUrl: string;
  meetingId: string;
  people: { personId: PersonId; cookie: string }[];
};

answerQuestions(
  {
    /** on a PostgreSQL of its own, or as a second node on another's; answers where it listens */
    open: async (databaseUrl?: string): Promise<string> => {
      cabinet = await (databaseUrl === undefined
        ? LiveCabinet.openWithPostgres()
        : LiveCabinet.openAt(databaseUrl));
      return cabinet.address;
    },
    /** members vote; observers only look on */
    seat: async (size: { members: number; observers: number }): Promise<Seated> => {
      sitting = await aSitting(opened(), size);
      const people = [...sitting.members, ...sitting.observers];
      const cookies = await opened().signIn(people);
      return {
        address: opened().address,
        databaseUrl: opened().database.url,
        meetingId: sitting.meetingId,
        people: people.map((personId, index) => ({ personId, cookie: cookies[index] ?? "" })),
      };
    },
    /** members, and papers on the open item besides its own */
    seatWithPapers: async (size: { members: number; papers: number }) => {
      sitting = await aSitting(opened(), { members: size.members, observers: 0 });
      const cookies = await opened().signIn(sitting.members);
      return {
        address: opened().address,
        databaseUrl: opened().database.url,
        meetingId: sitting.meetingId,
        people: sitting.members.map((personId, at) => ({ personId, cookie: cookies[at] ?? "" })),
        papers: await morePapers(opened(), sitting, size.papers),
      };
    },
    /** updates in the log of a paper's shared layer */
    marksStored: async (documentId: string): Promise<number> => {
      const [row] = await opened().database.sql<{ count: string }[]>`
        select count(*) from mark_update join mark_channel using (channel)
        where document_id = ${documentId} and layer = 'shared'`;
      return Number(row?.count ?? 0);
    },
    marksSettled: () => opened().live.marksSettled(),
    marksBytes: async (documentId: string): Promise<Stored> => {
      const [row] = await opened().database.sql<{ served: string; history: string }[]>`
        with its as (
          select channel from mark_channel where document_id = ${documentId}
        ), snapshot as (
          select * from mark_snapshot where channel in (select channel from its)
        ), written as (
          select octet_length(log.bytes) as bytes, log.seq > coalesce(snapshot.seq, 0) as is_later
          from mark_update as log
          left join snapshot on snapshot.channel = log.channel and snapshot.owner = log.owner
          where log.channel in (select channel from its)
        )
        select
          (select coalesce(sum(octet_length(bytes) + octet_length(places)), 0) from snapshot)
            + (select coalesce(sum(bytes), 0) from written where is_later) as served,
          (select coalesce(sum(bytes), 0) from written where not is_later) as history`;
      return { served: Number(row?.served ?? 0), history: Number(row?.history ?? 0) };
    },
    postgresCpu: () => postgresCpu(opened().database.postmasterPid()),
    openBallot: () => anOpenBallot(opened(), sat()),
    /** how long until closing was durable, from being asked */
    closeBallot: async (ballotId: BallotId): Promise<number> => {
      const { meetingId, chair } = sat();
      const askedAt = performance.now();
      await opened().must(chair, { type: "ballot.close", meetingId, ballotId });
      return performance.now() - askedAt;
    },
    /** the same, asked as soon as so many votes are in */
    closeInTheMiddle: async ({ ballotId, count }: { ballotId: BallotId; count: number }) => {
      const { meetingId, chair } = sat();
      await new Promise<void>((resolve) => {
        const leave = opened().door.onCommitted(({ after }) => {
          const ballot = after.meeting?.ballots.ballots[ballotId];
          if (ballot?.state !== "open") return;
          if (ballot.votes.filter((vote) => vote !== null).length < count) return;
          leave();
          resolve();
        });
      });
      const askedAt = performance.now();
      await opened().must(chair, { type: "ballot.close", meetingId, ballotId });
      return performance.now() - askedAt;
    },
    declareBallot: async (ballotId: BallotId) => {
      const { meetingId, chair } = sat();
      await opened().must(chair, { type: "ballot.declare", meetingId, ballotId });
    },
    /** what is recorded, voter by voter */
    votes: async (ballotId: BallotId) => {
      const found = await opened().door.meeting(sat().meetingId);
      const ballot = found?.meeting.ballots.ballots[ballotId];
      if (ballot === undefined || ballot.state === "prepared") return {};
      const { roll, votes } = ballot;
      return Object.fromEntries(
        roll.flatMap(({ personId }, place) => (votes[place] ? [[personId, votes[place]]] : [])),
      );
    },
    tally: async (ballotId: BallotId) => {
      const found = await opened().door.meeting(sat().meetingId);
      const ballot = found?.meeting.ballots.ballots[ballotId];
      return ballot?.state === "closed" || ballot?.state === "declared"
        ? ballot.result.tally
        : null;
    },
    /** one event that every viewer hears of; answers with what the monotonic clock of this machine said before it */
    event: async (round: number): Promise<bigint> => {
      const { meetingId, chair, open } = sat();
      const startedAt = process.hrtime.bigint();
      const type = round % 2 === 0 ? "item.call" : "item.suspend";
      await opened().must(chair, { type, meetingId, itemId: open });
      return startedAt;
    },
    ...usage,
  },
  async () => {
    await cabinet?.close();
  },
);

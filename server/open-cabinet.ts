/** Puts the cabinet together: the door for changes, what may be read, and the clock that closes timed ballots. */
import type { Database } from "../db";
import { BallotId, MeetingId } from "../domain/ids";
import { instantOf } from "../domain/text";
import { startClosingClock } from "./ballots/closing-clock";
import { bodyReads } from "./bodies/reads";
import type { Cabinet } from "./cabinet";
import { type CommandDoor, openCommandDoor } from "./commands/door";
import type { Config } from "./config";
import { documentReader, findReadyVersions } from "./documents";
import { journalReads } from "./journal/page";
import { logFailure } from "./log";
import { meetingReads } from "./meetings/reads";
import { project } from "./projections";

export type OpenCabinet = {
  cabinet: Cabinet;
  door: CommandDoor;
  /** Takes no new command, finishes those that wait. */
  stop(): Promise<void>;
};

export async function openCabinet(
  { sql, drizzle }: Pick<Database, "sql" | "drizzle">,
  { gradeCeiling }: Pick<Config, "gradeCeiling">,
): Promise<OpenCabinet> {
  const door = openCommandDoor({ sql, project, findVersions: findReadyVersions, gradeCeiling });
  const { sightOn, ...meetings } = meetingReads(sql, door);
  const stopClock = await startClosingClock(
    {
      execute: (input, actor) => door.execute(input, actor),
      onMeeting: (listener) =>
        door.onCommitted(({ after }) => {
          if (after.meeting !== null) listener(after.meeting);
        }),
      openTimedBallots: () => openTimedBallots(sql),
    },
    (error) => logFailure("closing clock", error),
  );
  return {
    door,
    cabinet: {
      execute: (input, actor) => door.execute(input, actor),
      read: {
        ...meetings,
        ...bodyReads(sql, door),
        ...journalReads(sql, door),
        document: documentReader(drizzle, sightOn),
      },
    },
    async stop() {
      await stopClock();
      await door.stop();
    },
  };
}

async function openTimedBallots(sql: Database["sql"]) {
  const rows = await sql<{ meetingId: string; ballotId: string; closesAt: Date }[]>`
    select meeting_id as "meetingId", ballot_id as "ballotId", closes_at as "closesAt"
    from ballot where state = 'open' and closes_at is not null`;
  return rows.map((row) => ({
    meetingId: MeetingId.parse(row.meetingId),
    ballotId: BallotId.parse(row.ballotId),
    closesAt: instantOf(row.closesAt),
  }));
}

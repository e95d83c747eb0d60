/** Puts the cabinet together: the door for changes, what may be read, and the clock that closes timed ballots. */
import type { Database } from "../db";
import { BallotId, MeetingId } from "../domain/ids";
import { instantOf } from "../domain/text";
import { startClosingClock } from "./ballots/closing-clock";
import { bodyReads } from "./bodies/reads";
import { type BookmarkStore, openBookmarks } from "./bookmarks";
import type { Cabinet } from "./cabinet";
import { type CommandDoor, openCommandDoor } from "./commands/door";
import type { Config } from "./config";
import { openDevices } from "./devices";
import { documentReader, findReadyVersions } from "./documents";
import { handoverReads } from "./handovers/reads";
import { journalReads } from "./journal/page";
import { logFailure } from "./log";
import {
  type HiddenReaders,
  layerReads,
  mentionReads,
  openHiddenReaders,
  paperMarksReads,
} from "./marks";
import { meetingReads } from "./meetings/reads";
import { project } from "./projections";
import { searchReads } from "./search";

export type OpenCabinet = {
  cabinet: Cabinet;
  door: CommandDoor;
  bookmarks: BookmarkStore;
  hidden: HiddenReaders;
  /**
   * Closes timed ballots from now on; answers how to stop. Not before the past is told: the demonstration's old ballots
   * have their own time.
   */
  startClock(): Promise<() => Promise<void>>;
};

export function openCabinet(
  { sql, drizzle }: Pick<Database, "sql" | "drizzle">,
  { gradeCeiling }: Pick<Config, "gradeCeiling">,
): OpenCabinet {
  const door = openCommandDoor({ sql, project, findVersions: findReadyVersions, gradeCeiling });
  const { sightOn, ...meetings } = meetingReads(sql, door);
  const devices = openDevices({ drizzle }, { sightOn, ...meetings });
  const bookmarks = openBookmarks(drizzle);
  const hidden = openHiddenReaders(sql);
  return {
    door,
    cabinet: {
      execute: (input, actor) => door.execute(input, actor),
      read: {
        ...meetings,
        ...bodyReads(sql, door),
        ...journalReads(sql, door),
        ...layerReads(sql, door),
        ...mentionReads(sql, door),
        ...handoverReads(sql, door, meetings.meetingView),
        ...paperMarksReads(sql, door),
        ...searchReads(sql, sightOn),
        document: documentReader(drizzle, sightOn),
        remembered: bookmarks.of,
      },
      devices,
      hiddenReaders: hidden,
    },
    bookmarks,
    hidden,
    startClock: () =>
      startClosingClock(
        {
          execute: (input, actor) => door.execute(input, actor),
          onMeeting: (listener) =>
            door.onCommitted(({ after }) => {
              if (after.meeting !== null) listener(after.meeting);
            }),
          openTimedBallots: () => openTimedBallots(sql),
        },
        (error) => logFailure("closing clock", error),
      ),
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

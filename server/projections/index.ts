/** Joins every noun's tables: what a stream's state is in the database. */
import type { TransactionSql } from "postgres";
import { agendaTables } from "../agenda/tables";
import { attendanceTables } from "../attendance/tables";
import { ballotTables } from "../ballots/tables";
import { bodyTables } from "../bodies/tables";
import type { StreamState } from "../commands/stream-states";
import { paperTables } from "../documents/tables";
import { handoverTables } from "../handovers/tables";
import { meetingTables } from "../meetings/tables";
import { writeDifference } from "./table";

/** In the order of their foreign keys. */
export const tablesOfMeeting = [
  ...meetingTables,
  ...agendaTables,
  ...paperTables,
  ...attendanceTables,
  ...ballotTables,
  ...handoverTables,
];
export const tablesOfBody = bodyTables;

/** Writes what a transaction changed; from nothing, it writes the whole. */
export async function project(
  tx: TransactionSql,
  before: StreamState,
  after: StreamState,
): Promise<void> {
  if (after.meeting !== null)
    await writeDifference(tx, tablesOfMeeting, before.meeting, after.meeting);
  if (after.body !== null) await writeDifference(tx, tablesOfBody, before.body, after.body);
}

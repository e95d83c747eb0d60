/**
 * `npm run journal:verify`: walks every chain of the journal, and ends with 1 and the first broken link of
 * each stream that has one. The product may go on running.
 */
import { openDatabase } from "../db";
import { readConfig } from "../server/config";
import { verifyJournal } from "../server/journal/verify";
import { sayWhatHolds } from "./say-what-holds";

const database = await openDatabase({ ...readConfig(process.env), besideServer: true });
try {
  process.exitCode = sayWhatHolds(await verifyJournal(database.sql));
} finally {
  await database.close();
}

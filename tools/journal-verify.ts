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
  const [journal] = await database.sql<{ there: boolean }[]>`
    select to_regclass('journal') is not null as there`;
  if (journal?.there) process.exitCode = sayWhatHolds(await verifyJournal(database.sql));
  else {
    console.error("This database holds no journal: the product never started on it.");
    process.exitCode = 1;
  }
} finally {
  await database.close();
}

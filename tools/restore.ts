/**
 * `npm run restore -- file`: puts a backup into a new installation (an empty data folder, or an empty
 * database that `DATABASE_URL` names), then walks the journal. Stop the server before.
 */
import path from "node:path";
import { openDatabase } from "../db";
import { readConfig } from "../server/config";
import { openDirectoryStore } from "../server/documents/directory-store";
import { verifyJournal } from "../server/journal/verify";
import { RestoreRefused, restore } from "./archive/restore";
import { sayWhatHolds } from "./say-what-holds";

const archive = process.argv[2];
if (archive === undefined) {
  console.error("Which backup? npm run restore -- e-cabinet-….tar.gz");
  process.exit(2);
}
const config = readConfig(process.env);
const database = await openDatabase(config);
try {
  await database.migrate();
  const store = openDirectoryStore(path.join(config.dataDir, "documents"));
  const { tables, files, takenAt } = await restore(database.url, store, archive);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.info(`As of ${takenAt}: ${rows} rows, ${files.length} papers.`);
  process.exitCode = sayWhatHolds(await verifyJournal(database.sql));
} catch (error) {
  if (!(error instanceof RestoreRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await database.close();
}

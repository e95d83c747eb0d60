/**
 * `npm run backup [-- file]`: one archive of all tables and papers; needs no programs of PostgreSQL, and
 * the product may go on running. Sessions are left out: after a restore everybody signs in anew.
 */
import path from "node:path";
import { openDatabase } from "../db";
import { readConfig } from "../server/config";
import { openDirectoryStore } from "../server/documents/directory-store";
import { backUp } from "./archive/backup";

const config = readConfig(process.env);
const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
const target = process.argv[2] ?? `e-cabinet-${stamp}.tar.gz`;
const database = await openDatabase({ ...config, besideServer: true });
try {
  const store = openDirectoryStore(path.join(config.dataDir, "documents"));
  const { tables, files } = await backUp(database.url, store, target);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.info(`${target}: ${rows} rows of ${tables.length} tables, ${files.length} papers.`);
} finally {
  await database.close();
}

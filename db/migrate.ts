/** Brings a database to the newest form: migrations only go forward and are committed. */
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateTables } from "drizzle-orm/postgres-js/migrator";
import { grantRights } from "./application-role";
import { connect } from "./connect";

/** Any number; all nodes that start at once wait for each other on it. */
const lock = 7_270_001;

/** Runs what is missing of `folder`, then gives `role` its rights; whoever comes second waits and finds it done. */
export async function migrate(url: string, folder: string, role: string | null): Promise<void> {
  const owner = connect(url, { max: 1 });
  try {
    await owner`select pg_advisory_lock(${lock})`;
    await migrateTables(drizzle(owner), { migrationsFolder: folder });
    if (role !== null) await grantRights(owner);
  } finally {
    // ends the session, and its lock with it
    await owner.end({ timeout: 5 });
  }
}

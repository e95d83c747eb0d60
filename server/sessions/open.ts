import type { Database } from "../../db";
import type { Config } from "../config";
import { openAccounts, openPasswords } from "../people";
import { openAttempts } from "./attempts";
import { openSessions } from "./authenticate";
import type { IdentityParts } from "./identity";
import { openPasskeys } from "./passkeys";

/** Everything that signing in needs; `sessions.stop()` ends what runs of it. */
export async function openIdentity(
  database: Pick<Database, "sql" | "drizzle">,
  config: Config,
): Promise<IdentityParts> {
  const passwords = openPasswords();
  return {
    sessions: await openSessions({ database, config }),
    accounts: openAccounts(database, passwords),
    passwords,
    passkeys: openPasskeys(database),
    attempts: openAttempts(database),
    demo: config.demo,
    sessionAbsoluteMs: config.sessionAbsoluteMs,
  };
}

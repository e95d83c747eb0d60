/** When PostgreSQL is away for a moment: a crash, a restart, a cut connection. */
import postgres from "postgres";

const { PostgresError } = postgres;

/** Made by the driver or the socket: it is not known whether what was under way happened. */
const lost: ReadonlySet<string> = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
]);

/** PostgreSQL's own: shutting down, crashed, starting; a deadlock or a conflict that a repeat resolves. */
const passing: ReadonlySet<string> = new Set(["57P01", "57P02", "57P03", "40001", "40P01"]);

/** Whether the same work may succeed when it is done again, the same ids making sure that it counts once. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string")
    return false;
  return lost.has(error.code) || passing.has(error.code) || error.code.startsWith("08");
}

/** A constraint: the rules let it through and the database knew better, so it can never happen. */
export function isRefusedByDatabase(error: unknown): boolean {
  return error instanceof PostgresError && error.code.startsWith("23");
}

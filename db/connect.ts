/** Clients of one database, all made the same way. */
import path from "node:path";
import postgres from "postgres";

export type ConnectOptions = {
  /** connections at most */
  max: number;
  /** the role whose rights every connection has, where it is not the user's own */
  role?: string | null;
};

/**
 * A client for `postgres://user:password@host:port/database`; `?host=/folder` names a Unix socket's
 * folder. Connects when first asked, and again when the server comes back.
 */
export function connect(url: string, { max, role = null }: ConnectOptions): postgres.Sql {
  const { username, password, pathname, port, searchParams } = new URL(url);
  const folder = searchParams.get("host");
  const options = {
    max,
    connect_timeout: 10,
    // seconds before the next try: an own server is back in a moment
    backoff: (attempt: number) => Math.min(0.02 * 2 ** attempt, 1),
    // what the server remarks while migrating ("already exists, skipping") is no news
    onnotice: () => undefined,
    connection: { application_name: "e-cabinet", ...(role === null ? {} : { role }) },
  };
  if (folder === null) return postgres(url, options);
  return postgres({
    ...options,
    path: path.join(folder, `.s.PGSQL.${port === "" ? "5432" : port}`),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  });
}

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

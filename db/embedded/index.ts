/**
 * Our own PostgreSQL, the real one from npm, for who names no `DATABASE_URL`: made on first start,
 * started again when it dies, ended with us.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { findBinaries } from "./binaries";
import { type OperatingUser, operatingUser } from "./operating-user";
import { claim, clearCluster, ownerOf } from "./owner";

export type EmbeddedPostgres = {
  /** `postgres://…/database?host=/folder/of/the/socket`: only this machine reaches it */
  url(database: string): string;
  /** of the postmaster; null while it is down */
  pid(): number | null;
  /** Fast shutdown: open transactions are rolled back, no child is left. Repeatable. */
  stop(): Promise<void>;
};

/** A socket's whole path may have 107 characters on Linux, 103 on macOS. */
const longestSocketFolder = 80;
const user = "e_cabinet";
/** Says where the socket is, for tools that work beside a running server. */
const socketNote = "socket.path";
/** How long a clean end may take before it is cut short; recovery at the next start makes up for it. */
const shutdownMs = 6_000;

const settings = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "100",
  shared_buffers: "128MB",
  // durable before acknowledged: said here, and asserted by openDatabase
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  // a statement's text may hold what people wrote
  log_min_error_statement: "panic",
  log_statement: "none",
} as const;

/**
 * Starts the cluster in `folder`, making it first when it is not there (about a second).
 * @throws Error in one sentence when it cannot
 */
export async function startEmbedded(folder: string): Promise<EmbeddedPostgres> {
  await mkdir(folder, { recursive: true });
  const release = await claim(folder);
  const cluster = path.join(folder, "cluster");
  try {
    const binaries = await findBinaries();
    const as = await operatingUser([binaries.postgres, cluster]);
    const password = await secretIn(folder);
    if (!existsSync(path.join(cluster, "PG_VERSION")))
      await initialise(binaries.initdb, as, cluster, password);
    const sockets = await socketFolder(folder, as);
    const supervisor = new Supervisor(binaries.postgres, as, cluster, sockets.path, password);
    const stop = async () => {
      await supervisor.stop();
      await sockets.remove();
      await release();
    };
    await writeFile(path.join(folder, socketNote), sockets.path);
    try {
      await supervisor.start();
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      url: (database) => urlOf(password, sockets.path, database),
      pid: () => supervisor.pid,
      stop,
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** How to reach the cluster in `folder` beside the server that runs it now; null when none does. */
export async function runningUrl(folder: string, database: string): Promise<string | null> {
  if ((await ownerOf(folder)) === null) return null;
  const sockets = await readFile(path.join(folder, socketNote), "utf8");
  return urlOf(await secretIn(folder), sockets, database);
}

function urlOf(password: string, sockets: string, database: string): string {
  return `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

async function secretIn(folder: string): Promise<string> {
  const file = path.join(folder, "secret");
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const secret = randomBytes(24).toString("hex");
  await writeFile(file, secret, { mode: 0o600, flag: "wx" });
  return secret;
}

/** Makes the cluster beside its place and moves it there whole, so that a half-made one is never found. */
async function initialise(initdb: string, as: OperatingUser, cluster: string, password: string) {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await Promise.all([draft, passwordFile].map((file) => as.own(file)));
  try {
    const child = spawnAs(as, initdb, [
      `--pgdata=${draft}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // the same order and the same letters on every machine, whatever its own languages are
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
    ]);
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout?.resume();
    const code = await ended(child);
    if (code !== 0) throw new Error(`PostgreSQL could not make its data (${code}): ${said.trim()}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}

/** Beside the data where its path is short enough, else in a folder of its own; never open to others. */
async function socketFolder(folder: string, as: OperatingUser) {
  const near = path.join(folder, "socket");
  if (near.length <= longestSocketFolder) {
    await mkdir(near, { recursive: true, mode: 0o700 });
    await as.own(near);
    return { path: near, remove: () => Promise.resolve() };
  }
  const far = await mkdtemp(path.join(tmpdir(), "e-cabinet-"));
  await as.own(far);
  return { path: far, remove: () => rm(far, { recursive: true, force: true }) };
}

function spawnAs(as: OperatingUser, program: string, args: string[]): ChildProcess {
  const command = as.command(program, args);
  return spawn(command.file, command.args, {
    ...as.spawnOptions,
    // TZ and language of the machine must not reach what PostgreSQL writes
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
}

/** Keeps one postmaster alive. */
class Supervisor {
  readonly #program: string;
  readonly #as: OperatingUser;
  readonly #cluster: string;
  readonly #sockets: string;
  readonly #password: string;
  #child: ChildProcess | null = null;
  #stopping = false;
  #watch: Promise<void> = Promise.resolve();

  constructor(
    program: string,
    as: OperatingUser,
    cluster: string,
    sockets: string,
    password: string,
  ) {
    this.#program = program;
    this.#as = as;
    this.#cluster = cluster;
    this.#sockets = sockets;
    this.#password = password;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Resolves when connections are accepted. */
  async start(): Promise<void> {
    this.#watch = this.#keepAlive(await this.#launch());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#child?.kill("SIGINT");
    const impatient = setTimeout(() => this.#child?.kill("SIGQUIT"), shutdownMs);
    await this.#watch;
    clearTimeout(impatient);
  }

  /** @returns what its end will be told by: exit code or signal, and its last words */
  async #launch(): Promise<Promise<string>[]> {
    await clearCluster(this.#cluster);
    if (this.#stopping) throw new Error("PostgreSQL is being stopped.");
    const options = Object.entries({ ...settings, unix_socket_directories: this.#sockets });
    const child = spawnAs(this.#as, this.#program, [
      ...["-D", this.#cluster],
      ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ]);
    this.#child = child;
    let said = "";
    const note = (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2_000);
    };
    child.stdout?.on("data", note);
    child.stderr?.on("data", note);
    // whoever leaves in a hurry does not leave it behind; recovery at the next start makes up for it
    const cutShort = () => void child.kill("SIGQUIT");
    process.once("exit", cutShort);
    const end = ended(child).then((how) => {
      process.off("exit", cutShort);
      this.#child = null;
      return `(${how}) ${said.trim()}`;
    });
    // crash recovery of a long log may take a while: only the process's own end gives up waiting
    while (this.#child === child) {
      if (await isListening(path.join(this.#sockets, ".s.PGSQL.5432"), this.#password))
        return [end];
      await pause(20);
    }
    throw new Error(`PostgreSQL did not start ${await end}`);
  }

  async #keepAlive([first]: Promise<string>[]): Promise<void> {
    let end = first;
    for (;;) {
      const how = await end;
      if (this.#stopping) return;
      console.error(`PostgreSQL ended by itself and is started again. ${how}`);
      for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 5_000)) {
        try {
          [end] = await this.#launch();
          break;
        } catch (error) {
          if (this.#stopping) return;
          // its last children hold the shared memory for a moment; that alone is not worth a word
          if (waitMs >= 800) console.error("PostgreSQL could not be started again.", error);
          await pause(waitMs);
        }
      }
    }
  }
}

/** Whether a server answers there; one that is still recovering does not yet. */
async function isListening(socket: string, password: string): Promise<boolean> {
  if (!existsSync(socket)) return false;
  const database = "postgres";
  const sql = postgres({ path: socket, user, password, database, max: 1, connect_timeout: 2 });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    // not ready is what we wait for; anything else (a wrong password) would be so for ever
    if (error instanceof postgres.PostgresError && !error.code.startsWith("57P")) throw error;
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

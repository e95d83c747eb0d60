/** One running server: its parts, started in order and stopped in reverse. Tests and `main.ts` start it the same way. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Database, openDatabase } from "../db";
import { bookmarksDoor } from "./bookmarks";
import type { Cabinet } from "./cabinet";
import { type Config, ConfigError } from "./config";
import { devicesDoor } from "./devices";
import { documentDoors, findOffice, openDocuments } from "./documents";
import { openExporter, openExports } from "./exports";
import { createHttpApp } from "./http/app";
import { closeHttp } from "./http/closing";
import { pageContextOf } from "./http/page-context";
import { openPages } from "./http/remix";
import { openLive } from "./live";
import { openCabinet } from "./open-cabinet";
import { Parts, StartAborted } from "./parts";
import { openAccounts, openPasswords } from "./people";
import { indexMissing } from "./search";
import { type IdentityParts, openAttempts, openPasskeys, openSessions } from "./sessions";

export type RunningServer = {
  /** Where it can be reached from this machine. */
  address: string;
  cabinet: Cabinet;
  database: Database;
  identity: IdentityParts;
  /** Takes no more work, finishes what it has, ends every part; repeated calls share one stop. */
  stop(): Promise<void>;
};

/** How long answers under way may take before their connections are cut. */
const drainMs = 5_000;

/** A large paper over a poor line takes longer than Node's five minutes; an upload that falls silent is cut by its door. */
const slowestUploadMs = 60 * 60_000;

/**
 * Starts everything. When one part cannot start, or `abort` asks for the end meanwhile, those before it are ended
 * again and this rejects.
 */
export async function serve(config: Config, abort?: AbortSignal): Promise<RunningServer> {
  const parts = new Parts();
  // What is starting then finds its ground gone and fails. A failure to stop is heard below, where stop is awaited.
  const giveUp = () => void parts.stop().catch(() => undefined);
  abort?.addEventListener("abort", giveUp, { once: true });
  try {
    return await start(config, parts);
  } catch (error) {
    await parts.stop();
    throw abort?.aborted ? new StartAborted("The start was given up.", { cause: error }) : error;
  } finally {
    abort?.removeEventListener("abort", giveUp);
  }
}

function officeOf({ conversion: bounds }: Config) {
  const engine = bounds === null ? null : findOffice(bounds.soffice);
  return engine === null || bounds === null ? null : { engine, bounds };
}

async function start(config: Config, parts: Parts): Promise<RunningServer> {
  const database = await openDatabase(config);
  await parts.add("database", () => database.close());
  await database.migrate();

  const office = officeOf(config);
  const documents = await openDocuments({ drizzle: database.drizzle, ...config, office });
  await parts.add("documents", () => documents.stop());
  await indexMissing(database.drizzle);
  const { cabinet, door, bookmarks, hidden, startClock } = openCabinet(database, config);
  await parts.add("cabinet", () => door.stop());
  const identity = await openIdentity(database, config, cabinet.devices);
  await parts.add("sessions", () => identity.sessions.stop());
  if (config.demo) {
    // Imported here because a real installation needs neither the story nor what prints its papers.
    const { isDemoSeeded, seedDemo } = await import("../db/demo");
    if (!(await isDemoSeeded(database.sql))) {
      console.info("Filling the demonstration, once: its people, papers and meetings …");
    }
    await seedDemo({
      sql: database.sql,
      now: new Date(),
      execute: door.execute,
      accounts: identity.accounts,
      intake: documents.intake,
    });
  }

  await parts.add("clock", await startClock());

  const exporter = openExporter();
  await parts.add("exporter", () => exporter.stop());
  const exports = openExports({ ...database, door, documents, exporter });

  // The pages are given the server to share, and the server is given the pages to serve: so it listens last.
  const httpServer = createServer({ requestTimeout: slowestUploadMs });
  await parts.add("http", () => closeHttp(httpServer, drainMs));
  const pages = await openPages({
    from: config.mode === "development" ? "vite" : "built",
    root: config.root,
    httpServer,
    contextOf: (request, response) =>
      pageContextOf({ config, cabinet, exports, identity }, request, response),
  });
  await parts.add("pages", pages.stop);
  const app = createHttpApp({
    config,
    sessions: identity.sessions,
    execute: door.execute,
    documents: documentDoors({
      ...documents,
      read: cabinet.read.document,
      meetingView: cabinet.read.meetingView,
      limitBytes: config.maxDocumentBytes,
      gradeCeiling: config.gradeCeiling,
    }),
    devices: devicesDoor(cabinet.devices),
    bookmarks: bookmarksDoor({ bookmarks, meetingView: cabinet.read.meetingView }),
    pages,
    isReady: () => isReady(database),
  });
  httpServer.on("request", app);
  const live = openLive({
    httpServer,
    door,
    sessions: identity.sessions,
    config,
    sql: database.sql,
    hidden,
  });
  await parts.add("live", () => live.stop());

  const port = await listen(httpServer, config);
  return {
    address: `http://localhost:${port}`,
    cabinet,
    database,
    identity,
    stop: () => parts.stop(),
  };
}

async function openIdentity(
  database: Database,
  config: Config,
  devices: IdentityParts["devices"],
): Promise<IdentityParts> {
  const passwords = openPasswords();
  return {
    sessions: await openSessions({ database, config }),
    accounts: openAccounts(database, passwords),
    passwords,
    passkeys: openPasskeys(database),
    attempts: openAttempts(database),
    devices,
    demo: config.demo,
    sessionAbsoluteMs: config.sessionAbsoluteMs,
  };
}

async function isReady({ sql }: Database): Promise<boolean> {
  await sql`select 1`;
  return true;
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new ConfigError(`PORT: another program listens on ${port}.`) : error);
    });
    server.listen({ port, ...(host !== null && { host }) }, () => {
      server.removeAllListeners("error");
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("No TCP port was bound.");
  return address.port;
}

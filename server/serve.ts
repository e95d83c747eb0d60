/** One running server: its parts, started in order and stopped in reverse. Tests and `main.ts` start it the same way. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "../db";
import type { Config } from "./config";
import { createHttpApp } from "./http/app";
import { closeHttp } from "./http/closing";
import { pageContextOf } from "./http/page-context";
import { openPages } from "./http/remix";
import { Parts } from "./parts";
import { openIdentity } from "./sessions";

export type RunningServer = {
  /** Where it can be reached from this machine. */
  address: string;
  /** Takes no more work, finishes what it has, ends every part; repeated calls share one stop. */
  stop(): Promise<void>;
};

/** How long answers under way may take before their connections are cut. */
const drainMs = 5_000;

export async function serve(config: Config): Promise<RunningServer> {
  const parts = new Parts();
  try {
    const database = await openDatabase(config);
    parts.add("database", () => database.close());
    await database.migrate();
    const identity = await openIdentity(database, config);
    parts.add("sessions", () => identity.sessions.stop());

    const httpServer = createServer();
    parts.add("http", () => closeHttp(httpServer, drainMs));
    const pages = await openPages({
      from: config.mode === "development" ? "vite" : "built",
      root: config.root,
      httpServer,
      contextOf: (request, response) => pageContextOf({ config, identity }, request, response),
    });
    parts.add("pages", pages.stop);
    const app = createHttpApp({
      config,
      sessions: identity.sessions,
      execute: () =>
        Promise.resolve({ ok: false, commandId: null, refusal: { code: "busy" } as const }),
      documents: null,
      pages,
      isReady: async () => (await database.sql`select 1`).length === 1,
    });
    httpServer.on("request", app);

    const port = await listen(httpServer, config);
    return { address: `http://localhost:${port}`, stop: () => parts.stop() };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host !== null && { host }) }, () => {
      server.off("error", reject);
      resolve(portOf(server.address()));
    });
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("No TCP port was bound.");
  return address.port;
}

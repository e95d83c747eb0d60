/** One running server: its parts, started in order and stopped in reverse. Tests and `main.ts` start it the same way. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Config, publicConfig } from "./config";
import { createHttpApp } from "./http/app";
import { closeHttp } from "./http/closing";
import { localeOf, nonceOf } from "./http/page-context";
import { openPages } from "./http/remix";
import { Parts } from "./parts";

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
    const app = createHttpApp();
    const httpServer = createServer(app);
    parts.add("http", () => closeHttp(httpServer, drainMs));

    const pages = await openPages({
      from: config.mode === "development" ? "vite" : "built",
      root: config.root,
      httpServer,
      contextOf: (request, response) => ({
        locale: localeOf(request),
        nonce: nonceOf(response),
        config: publicConfig(config),
      }),
    });
    parts.add("pages", pages.stop);
    app.use(pages.files);
    app.use(pages.documents);

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

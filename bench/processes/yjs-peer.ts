/** The servers of others, each as its own documentation starts it: hocuspocus with and without its database, y-websocket. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocketServer } from "ws";
import { answerQuestions } from "../child";
import { usage } from "../usage";

export type PeerKind = "hocuspocus" | "hocuspocus+database" | "y-websocket";

let stop: () => Promise<void> | void = () => undefined;
const folder = mkdtempSync(path.join(tmpdir(), "bench-peer-"));

answerQuestions(
  {
    open: (kind: PeerKind) => (kind === "y-websocket" ? yWebsocket() : hocuspocus(kind, folder)),
    folder: () => folder,
    ...usage,
  },
  async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  },
);

// each kind alone in its process: together they would bring two copies of Yjs
async function hocuspocus(kind: PeerKind, into: string): Promise<string> {
  const { Database } = await import("@hocuspocus/extension-database");
  const { Server } = await import("@hocuspocus/server");
  const file = (name: string) => path.join(into, encodeURIComponent(name));
  const database = new Database({
    fetch: ({ documentName }) => {
      try {
        return Promise.resolve(readFileSync(file(documentName)));
      } catch {
        return Promise.resolve(null);
      }
    },
    store: ({ documentName, state }) => {
      writeFileSync(file(documentName), state, { flush: true });
      return Promise.resolve();
    },
  });
  const server = new Server({
    port: 0,
    quiet: true,
    stopOnSignals: false,
    extensions: kind === "hocuspocus" ? [] : [database],
  });
  await server.listen();
  stop = async () => {
    await server.destroy();
  };
  return `ws://localhost:${server.address.port}`;
}

/** Its bundled server is a script that listens by itself; these are its lines, on a free port. */
async function yWebsocket(): Promise<string> {
  const { setupWSConnection } = createRequire(import.meta.url)("y-websocket/bin/utils");
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on("connection", setupWSConnection);
  http.on("upgrade", (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (one) => sockets.emit("connection", one, request)),
  );
  await new Promise<void>((resolve) => http.listen(0, () => resolve()));
  stop = () => http.closeAllConnections();
  // listening on TCP, as asked above
  const { port } = http.address() as AddressInfo;
  return `ws://localhost:${port}`;
}

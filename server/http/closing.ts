import type { Server } from "node:http";

/** Answers what has begun and refuses what is new; connections that hang longer than `drainMs` are cut. */
export function closeHttp(server: Server, drainMs: number): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    // Node closes only what is idle now; a connection that has had its last answer would stay for its keep-alive time.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}

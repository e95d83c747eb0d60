/** The whole product with the demonstration in it, for tests of screens as people meet them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import type { PersonId } from "../../domain/ids";
import { readConfig } from "../../server/config";
import { type RunningServer, serve } from "../../server/serve";
import { copyDatabase } from "./database";

export type Demo = RunningServer & {
  /** Signs the visitor in as one of the demo's people, as the one click does. */
  signIn(page: Page, person: PersonId): Promise<void>;
};

/** Seeds it anew: about ten seconds on a quiet machine. */
export async function openDemo(): Promise<Demo> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-demo-"));
  const copy = await copyDatabase();
  const server = await serve(
    readConfig({
      NODE_ENV: "test",
      PORT: "0",
      DEMO: "on",
      DATA_DIR: dataDir,
      DATABASE_URL: copy.url,
    }),
  );
  return {
    ...server,
    async signIn(page, person) {
      const facts = { via: "demo", address: "127.0.0.1", device: "test" } as const;
      const value = await server.identity.sessions.begin(person, facts);
      await page.context().addCookies([{ name: "session", value, url: server.address }]);
    },
    async stop() {
      await server.stop();
      await copy.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

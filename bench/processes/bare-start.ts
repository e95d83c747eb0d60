/** The peer of `start`: the same PostgreSQL from nothing and an empty page, with no product in between. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../../db/embedded";
import { answerQuestions } from "../child";

const folder = await mkdtemp(path.join(tmpdir(), "bare-start-"));
const postgres = await startEmbedded(path.join(folder, "postgres"));
const http = createServer((_request, response) => response.end("ok"));
await new Promise<void>((resolve) => http.listen(0, resolve));

answerQuestions(
  {
    page: async () => {
      const address = http.address();
      const port = typeof address === "object" ? address?.port : 0;
      await (await fetch(`http://localhost:${port}/`)).text();
    },
  },
  async () => {
    http.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  },
);

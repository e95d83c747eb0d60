import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { closeHttp } from "./closing";

/** A server that hands each answer to the test, which sends it when the story wants it. */
async function serverWithAnswersInHand(): Promise<{
  server: Server;
  url: string;
  nextAnswer: () => Promise<ServerResponse>;
}> {
  const arrived: ServerResponse[] = [];
  let notice: (() => void) | null = null;
  const listener: RequestListener = (_request, response) => {
    arrived.push(response);
    notice?.();
  };
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No TCP port was bound.");
  const nextAnswer = async () => {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        notice = resolve;
      });
    }
    const response = arrived.shift();
    if (!response) throw new Error("No request arrived.");
    return response;
  };
  return { server, url: `http://127.0.0.1:${address.port}/`, nextAnswer };
}

test("a request under way gets its answer, a new one is refused", async () => {
  const { server, url, nextAnswer } = await serverWithAnswersInHand();
  const asked = fetch(url);
  const answer = await nextAnswer();
  const closed = closeHttp(server, 60_000);
  await expect(fetch(url)).rejects.toThrow();
  answer.end("recorded");
  expect(await (await asked).text()).toBe("recorded");
  await closed;
});

test("a connection that hangs is cut", async () => {
  const { server, url, nextAnswer } = await serverWithAnswersInHand();
  const asked = fetch(url);
  // Awaited only below, after the server has closed.
  asked.catch(() => "cut");
  await nextAnswer();
  await closeHttp(server, 1);
  await expect(asked).rejects.toThrow();
});

test("a server that never listened is closed already", async () => {
  await closeHttp(createServer(), 60_000);
});

/** The other peer of `connect`: `ws` alone, one `send` per socket. It greets as our test client expects. */
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { answerQuestions } from "../child";
import { usage } from "../usage";

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.send("0{}");
  socket.once("message", () => socket.send("40{}"));
});

answerQuestions(
  {
    open: async (): Promise<string> => {
      await new Promise<void>((resolve) => http.listen(0, resolve));
      const address = http.address();
      return typeof address === "object" ? `http://localhost:${address?.port}` : "";
    },
    event: (text: string): bigint => {
      const startedAt = process.hrtime.bigint();
      for (const socket of server.clients) socket.send(text);
      return startedAt;
    },
    ...usage,
  },
  () => {
    for (const socket of server.clients) socket.terminate();
    http.close();
  },
);

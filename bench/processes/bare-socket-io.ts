/** A peer of `connect` and `idle`: Socket.IO with no more than a room, sending the same packet. */
import { createServer } from "node:http";
import { Server } from "socket.io";
import { answerQuestions } from "../child";
import { usage } from "../usage";

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on("connection", (socket) => {
  void socket.join("viewers");
});

answerQuestions(
  {
    open: async (): Promise<string> => {
      await new Promise<void>((resolve) => http.listen(0, resolve));
      const address = http.address();
      return typeof address === "object" ? `http://localhost:${address?.port}` : "";
    },
    /** @param text the packet as it stood on our wire */
    event: (text: string): bigint => {
      const [name, message]: [string, unknown] = JSON.parse(text.slice(2));
      const startedAt = process.hrtime.bigint();
      io.to("viewers").emit(name, message);
      return startedAt;
    },
    ...usage,
  },
  () => io.close(),
);

import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { gatherWrites } from "./gathered-writes";

/** Each call of the system, as the socket would make it. */
function aSocket() {
  const calls: string[] = [];
  const socket = new Duplex({
    writev(chunks, done) {
      calls.push(chunks.map(({ chunk }) => String(chunk)).join(""));
      done();
    },
    write(chunk, _encoding, done) {
      calls.push(String(chunk));
      done();
    },
  });
  gatherWrites(socket);
  const frame = (head: string, body: string) => {
    socket.cork();
    socket.write(head);
    socket.write(body);
    socket.uncork();
  };
  return { socket, calls, frame };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("frames of one turn leave in one call, in order, and those of the next in another", async () => {
  const { calls, frame } = aSocket();
  frame("a", "1");
  frame("b", "2");
  expect(calls).toEqual([]);
  await nextTurn();
  expect(calls).toEqual(["a1b2"]);
  frame("c", "3");
  await nextTurn();
  expect(calls).toEqual(["a1b2", "c3"]);
});

test("what was written before the end is sent before it", async () => {
  const { socket, calls, frame } = aSocket();
  const finished = new Promise((resolve) => socket.once("finish", resolve));
  frame("a", "1");
  socket.end("bye");
  await finished;
  expect(calls.join("")).toBe("a1bye");
});

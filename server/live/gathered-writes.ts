/**
 * What is written to one socket in a turn leaves in one call of the system. Frames go out one by one otherwise, and a
 * commit of marks answers each writing and tells each room: the calls were a third of the server's time.
 */
import type { Duplex } from "node:stream";

/** From now on; the socket's owner corks each frame (`ws` does), and what it uncorks is let go when the turn ends. */
export function gatherWrites(socket: Duplex): void {
  const uncork = socket.uncork.bind(socket);
  let held = 0;
  socket.uncork = () => {
    held += 1;
    if (held > 1) return;
    process.nextTick(() => {
      for (; held > 0; held -= 1) uncork();
    });
  };
}

/**
 * What is written to one socket in a turn leaves in one call of the system. Frames go out one by one otherwise, and a
 * commit of marks answers each writing and tells each room: the calls were a third of the server's time.
 */
import type { Duplex } from "node:stream";

/** From now on, for whoever corks the socket around each frame as `ws` does: the first cork of a turn lasts to its end. */
export function gatherWrites(socket: Duplex): void {
  const cork = socket.cork.bind(socket);
  let isHeld = false;
  socket.cork = () => {
    cork();
    if (isHeld) return;
    isHeld = true;
    cork();
    process.nextTick(() => {
      isHeld = false;
      // no harm after an end, which uncorks for good
      socket.uncork();
    });
  };
}

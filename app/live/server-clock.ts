/**
 * What time it is at the server. A tablet's wall clock can be wrong and can jump, so the base is a
 * clock that only runs forward; of several pings the one with the shortest way tells most precisely
 * (error at most half its round trip).
 */
export type ServerClock = {
  /** server time in ms since the epoch; the device's own time until the first ping */
  now(): number;
  /** one answered ping: when it was sent and received (device clock), and what the server said */
  learn(sentAt: number, receivedAt: number, serverAt: number): void;
  /** forgets how good the last measurement was, so that the next round counts */
  startRound(): void;
};

export function createServerClock(steadyNow: () => number, wallNow: () => number): ServerClock {
  let offset = wallNow() - steadyNow();
  let bestRoundTrip = Number.POSITIVE_INFINITY;
  return {
    now: () => steadyNow() + offset,
    learn(sentAt, receivedAt, serverAt) {
      const roundTrip = receivedAt - sentAt;
      if (roundTrip >= bestRoundTrip) return;
      bestRoundTrip = roundTrip;
      offset = serverAt + roundTrip / 2 - receivedAt;
    },
    startRound() {
      bestRoundTrip = Number.POSITIVE_INFINITY;
    },
  };
}

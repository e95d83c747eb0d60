/** How the tab stands with the server, in the one vocabulary that every screen shows. */

/**
 * - `online`: answers come at once.
 * - `slow`: it works, but late (a slow line, or a proxy that refuses sockets).
 * - `reconnecting`: the line is down and being taken up again; nothing is lost.
 * - `offline`: the line has been down for long, or the device says that it has no network.
 */
export type ConnectionState = "online" | "slow" | "reconnecting" | "offline";

export type Connection = {
  state: ConnectionState;
  /** last round trip, null before the first */
  latencyMs: number | null;
  /** `polling` where a proxy refuses sockets */
  road: "websocket" | "polling" | null;
  /** the server has ended this session: nothing more will come without a new sign-in */
  sessionEnded: boolean;
};

/** There is no line now, or it did not answer: ask again later. */
export class LineError extends Error {}

/** Until the first try has failed or taken long, nothing is said. */
export const unknownConnection: Connection = {
  state: "online",
  latencyMs: null,
  road: null,
  sessionEnded: false,
};

/** Above this, people notice that an answer is late. */
const slowMs = 1_000;
/** So long a line may be down before it is called offline; we keep trying all the same. */
const offlineAfterMs = 20_000;

/** What a connection is made with; a tab needs none of it said. */
export type LineOptions = {
  url?: string;
  /** only outside browsers, which send the cookie by themselves */
  headers?: Record<string, string>;
  hasNetwork?: () => boolean;
  /** the server speaks another version: the page must be loaded anew */
  onOtherVersion?: () => void;
  random?: () => number;
};

export type Line = {
  connected: boolean;
  road: Connection["road"];
  latencyMs: number | null;
  /** how long the oldest unanswered question has been waiting */
  waitingMs: number;
  /** how long there has been no connection */
  downMs: number;
  hasNetwork: boolean;
};

export function stateOf(line: Line): ConnectionState {
  if (!line.connected)
    return !line.hasNetwork || line.downMs >= offlineAfterMs ? "offline" : "reconnecting";
  const isLate = (line.latencyMs ?? 0) > slowMs || line.waitingMs > slowMs;
  return isLate || line.road === "polling" ? "slow" : "online";
}

/** How long to wait before try number `attempt` (from 0): soon at first, never all tabs at once. */
export function retryDelayMs(attempt: number, random: () => number): number {
  // Rooms must be back within 3 s of a restart, so the first minute stays under 2 s; then 15 s.
  const most = attempt < 30 ? Math.min(300 * 2 ** attempt, 2_000) : 15_000;
  return most * (0.5 + random() / 2);
}

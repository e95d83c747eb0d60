/**
 * Closes timed ballots when their time is over. The time itself is kept by the database's clock inside
 * `decide` (BA15): a vote after it is refused whether or not this clock has come round, and a server
 * that was down meanwhile closes late without letting anything in.
 */
import { randomUUID } from "node:crypto";
import type { BallotId, MeetingId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import type { Instant } from "../../domain/text";

type Timed = { meetingId: MeetingId; ballotId: BallotId; closesAt: Instant };

export type ClockedDoor = {
  execute(input: unknown, actor: Actor): Promise<Answer>;
  /** Called after commit; answers how to leave. */
  onMeeting(listener: (after: MeetingState) => void): () => void;
  /** Timed ballots that are open now, for the start. */
  openTimedBallots(): Promise<readonly Timed[]>;
};

const clock: Actor = { kind: "system", name: "clock" };
/** The machine's clock may run ahead of the database's; then the door says so and we come again. */
const againMs = 250;
/** After an unexpected failure (the database is away) the ballot is tried again, not forgotten. */
const afterFailureMs = 1_000;

/** Answers how to stop; a close under way is awaited. */
export async function startClosingClock(
  door: ClockedDoor,
  log: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const timers = new Map<BallotId, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  const schedule = (ballot: Timed, waitMs: number) => {
    if (stopped) return;
    clearTimeout(timers.get(ballot.ballotId));
    const timer = setTimeout(() => {
      const closing = close(ballot).finally(() => underWay.delete(closing));
      underWay.add(closing);
    }, waitMs);
    timers.set(ballot.ballotId, timer);
  };

  const close = async (ballot: Timed) => {
    timers.delete(ballot.ballotId);
    const { meetingId, ballotId } = ballot;
    try {
      const command = { id: randomUUID(), type: "ballot.close", meetingId, ballotId };
      const answer = await door.execute(command, clock);
      const early = !answer.ok && answer.refusal.code === "ballot.time_not_over";
      if (early || (!answer.ok && answer.refusal.code === "busy")) schedule(ballot, againMs);
    } catch (error) {
      log(error);
      schedule(ballot, afterFailureMs);
    }
  };

  const watch = (ballot: Timed) => {
    if (timers.has(ballot.ballotId)) return;
    schedule(ballot, Math.max(0, Date.parse(ballot.closesAt) - Date.now()));
  };

  const leave = door.onMeeting((meeting) => {
    for (const ballot of Object.values(meeting.ballots.ballots)) {
      if (ballot.state === "open" && ballot.closesAt !== null)
        watch({
          meetingId: meeting.meetingId,
          ballotId: ballot.ballotId,
          closesAt: ballot.closesAt,
        });
      else if (timers.has(ballot.ballotId)) {
        clearTimeout(timers.get(ballot.ballotId));
        timers.delete(ballot.ballotId);
      }
    }
  });
  for (const ballot of await door.openTimedBallots()) watch(ballot);

  return async () => {
    stopped = true;
    leave();
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.all(underWay);
  };
}

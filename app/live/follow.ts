/** Keeps a meeting's store in step with the server, over any number of lost lines. */
import type { LiveConnection } from "./connection.client";
import type { MeetingStore } from "./meeting-store";

/** Joins at each new line, after each gap, and when told to; returns how to stop. */
export function follow(line: LiveConnection, store: MeetingStore): () => void {
  const { meetingId } = store.view().shared;
  let joining = false;
  let stopped = false;
  let again: ReturnType<typeof setTimeout> | null = null;

  const joinIn = (ms: number) => {
    if (again !== null) clearTimeout(again);
    again = setTimeout(() => void join(), ms);
  };

  const join = async () => {
    if (joining || stopped || !line.connected) return;
    joining = true;
    try {
      const answer = await line.ask("join", { meetingId, ...store.held() });
      if (stopped) return;
      if (answer.ok) {
        store.join(answer);
        // changes that did not fit: only the whole view helps
        if (store.held().seq === undefined) joinIn(0);
      } else if (answer.refusal.code === "not_found") store.lose();
      // anything else is said of the moment, not of the meeting
      else joinIn(answer.retryAfterMs ?? 1_000);
    } catch {
      // the line was lost, or is late: the next line joins again
      if (line.connected) joinIn(1_000);
    } finally {
      joining = false;
    }
  };

  const here = <M extends { meetingId: string }>(handle: (message: M) => void) => {
    return (message: M) => {
      if (message.meetingId === meetingId) handle(message);
    };
  };

  const stops = [
    line.on(
      "changes",
      here((message) => {
        // while a join is under way its answer brings what does not fit yet
        if (!store.change(message) && !joining) void join();
      }),
    ),
    line.on(
      "me",
      here((message) => store.me(message)),
    ),
    line.on(
      "reset",
      here(({ view }) => store.reset(view)),
    ),
    line.on(
      "gone",
      here(() => store.lose()),
    ),
    line.on(
      "behind",
      here(() => void join()),
    ),
    line.onConnected(() => void join()),
  ];

  return () => {
    stopped = true;
    if (again !== null) clearTimeout(again);
    for (const stop of stops) stop();
    // a line that is gone has left by itself
    if (line.connected) void line.ask("leave", { meetingId }).catch(() => undefined);
  };
}

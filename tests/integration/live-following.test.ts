/**
 * Following a meeting without the wire in between: the server's live meeting on one side, the tab's
 * store on the other, whatever happens in the meeting, to the lines, and in between.
 */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { MeetingStore } from "../../app/live/meeting-store";
import type { PersonId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import { sightOf } from "../../domain/meetings";
import type { Message } from "../../domain/protocol";
import { meViewOf, viewOf } from "../../domain/visibility";
import { type Line, LiveMeeting, ownPartsDependOn } from "../../server/live/live-meeting";
import { aCabinetOf, aSessionOf, type Cabinet, readyVersion } from "../support/cabinet-in-memory";
import { attempt, everyone, tryOne } from "../support/random-commands";

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A tab that listens while it is connected. */
class Tab implements Line {
  readonly rooms = new Set<string>();
  store: MeetingStore | null = null;
  isConnected = false;
  readonly personId: PersonId;

  constructor(personId: PersonId) {
    this.personId = personId;
  }

  enter(room: string): void {
    this.rooms.add(room);
  }

  leave(room: string): void {
    this.rooms.delete(room);
  }

  tell<M extends "me" | "reset" | "gone">(name: M, message: Message<M>): void {
    const said: object = sent(message);
    if (name === "gone") {
      this.isConnected = false;
      this.store?.lose();
    }
    if (name === "reset" && "view" in said)
      this.store?.reset(sent((message as Message<"reset">).view));
    if (name === "me") this.store?.me(sent(message as Message<"me">));
  }

  connect(meeting: LiveMeeting): void {
    const answer = sent(meeting.join(this, this.personId, this.store?.held() ?? {}));
    this.isConnected = answer.ok;
    if (!answer.ok) this.store?.lose();
    else if (this.store !== null) this.store.join(answer);
    else if ("view" in answer) this.store = new MeetingStore(answer.view);
  }

  disconnect(meeting: LiveMeeting): void {
    meeting.leave(this, this.personId);
    this.rooms.clear();
    this.isConnected = false;
  }
}

function prepared(): Cabinet {
  const cabinet = aSessionOf(aCabinetOf(5), 3, 4);
  for (let n = 1; n <= 12; n++) cabinet.versions.set(readyVersion(n).versionId, readyVersion(n));
  return cabinet;
}

function bodyOf(cabinet: Cabinet) {
  if (cabinet.body === null) throw new Error("no body");
  return cabinet.body;
}

/** What happens next: an attempt in the meeting, a line that is cut or comes back, or time that passes. */
const step = fc.oneof(
  { weight: 6, arbitrary: attempt.map((what) => ({ what })) },
  { weight: 2, arbitrary: fc.nat(everyone.length - 1).map((toggle) => ({ toggle })) },
  { weight: 1, arbitrary: fc.constantFrom(10, 150).map((pass) => ({ pass })) },
);

test("who was away sees on return exactly what the others see, whatever happened", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-25T02:00:00Z") });
  try {
    let caughtUp = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 120, size: "max" }), (steps) => {
        const cabinet = prepared();
        const tabs = everyone.map((personId) => new Tab(personId));
        const broadcast = (room: string, packet: Message<"changes">) => {
          for (const tab of tabs)
            if (tab.rooms.has(room)) expect(tab.store?.change(sent(packet))).toBe(true);
        };
        const meeting = new LiveMeeting(cabinet.state, bodyOf(cabinet), broadcast);
        for (const tab of tabs) tab.connect(meeting);
        for (const next of steps) {
          if ("pass" in next) vi.advanceTimersByTime(next.pass);
          else if ("toggle" in next) {
            const tab = tabs[next.toggle];
            if (tab?.isConnected) tab.disconnect(meeting);
            else {
              if (tab?.store) caughtUp += 1;
              tab?.connect(meeting);
            }
          } else {
            const known = cabinet.log.length;
            tryOne(cabinet, next.what);
            const recorded = cabinet.log.slice(known).map((entry) => entry.recorded);
            if (recorded.length > 0)
              meeting.hear({ kind: "meeting", after: cabinet.state, recorded });
          }
        }
        vi.advanceTimersByTime(200);
        for (const tab of tabs) {
          if (!tab.isConnected) tab.connect(meeting);
          const wanted = viewOf(cabinet.state, cabinet.standing(tab.personId));
          if (wanted === null) {
            expect(tab.store?.gone() ?? true).toBe(true);
            continue;
          }
          // an audience that noticed nothing may be at an earlier seq with the same content
          const view = tab.store?.view();
          expect(view && { ...view, seq: 0 }).toEqual(sent({ ...wanted, seq: 0 }));
        }
        meeting.stop();
      }),
      { numRuns: 80, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    );
    expect(caughtUp).toBeGreaterThan(50);
  } finally {
    vi.useRealTimers();
  }
});

test("when nothing changed that an own part is made of, nobody's own part or sight did", () => {
  const isSame = (before: MeetingState, after: MeetingState) => {
    const parts = ownPartsDependOn(before);
    return ownPartsDependOn(after).every((part, at) => part === parts[at]);
  };
  let unchanged = 0;
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 30, maxLength: 100, size: "max" }), (attempts) => {
      const cabinet = prepared();
      for (const each of attempts) tryOne(cabinet, each);
      for (const { before, after } of cabinet.log) {
        if (before === null || !isSame(before, after)) continue;
        unchanged += 1;
        for (const viewer of everyone) {
          const standing = cabinet.standing(viewer);
          expect(meViewOf(after, standing)).toEqual(meViewOf(before, standing));
          expect(sightOf(after, standing)).toEqual(sightOf(before, standing));
        }
      }
    }),
    { numRuns: 90 },
  );
  // some 145, as chance has it
  expect(unchanged).toBeGreaterThan(50);
});

/**
 * The language of a rule's test: *given* what has happened, *when* somebody asks, *then* this happens,
 * or it is refused.
 */
import { expect } from "vitest";
import type { Actor, Decision, Recorded, Refusal } from "../../domain/stream";
import { type Instant, instantOf } from "../../domain/text";

type Asked = { now: Instant; actor: Actor };

/** A noun as its tests see it: where it starts, how it decides, how it changes. */
export type Noun<State, Command, Event, Code extends string> = {
  initial: State;
  decide(state: State, command: Command, asked: Asked): Decision<Event, Code>;
  evolve(state: State, recorded: Recorded<Event>): State;
};

const opening = Date.parse("2026-11-25T01:00:00.000Z");

/** The instant of the nth thing that happens in a test: one a second from eight o'clock in Hà Nội. */
export function at(n: number): Instant {
  return instantOf(new Date(opening + n * 1000));
}

/** The hash of the nth row, as readable as a hash can be. */
export function hashOf(n: number): string {
  return n.toString(16).padStart(64, "0");
}

const installer: Actor = { kind: "system", name: "installer" };

/** Speaks *given, when, then, thenRefused* about a noun. */
export function speakOf<State, Command, Event, Code extends string>(
  noun: Noun<State, Command, Event, Code>,
) {
  return (...history: readonly Event[]) => {
    const state = history.reduce(
      (before, event, index) =>
        noun.evolve(before, {
          seq: index + 1,
          at: at(index + 1),
          actor: installer,
          hash: hashOf(index + 1),
          event,
        }),
      noun.initial,
    );
    return {
      state,
      when(command: Command, actor: Actor = installer, now: Instant = at(history.length + 1)) {
        const decision = noun.decide(state, command, { now, actor });
        return {
          // biome-ignore lint/suspicious/noThenProperty: the rule's own word; nothing here is awaited
          then: (...events: readonly Event[]) => expect(decision).toEqual({ events }),
          thenRefused: (code: Code, params?: Refusal["params"]) =>
            expect(decision).toEqual({
              refusal: params === undefined ? { code } : { code, params },
            }),
        };
      },
    };
  };
}

/** What a decision is: state and command in, events or a refusal out. Nothing here knows a noun. */
import type { PersonId } from "./ids";
import type { Instant } from "./text";

/** An expected "no": a code that the screen translates, with the values its sentence needs. */
export type Refusal<Code extends string = string> = {
  code: Code;
  params?: Readonly<Record<string, string | number>>;
};

export type Decision<Event, Code extends string = string> =
  | { events: readonly Event[]; refusal?: never }
  | { refusal: Refusal<Code>; events?: never };

export function accept<Event>(...events: Event[]): { events: readonly Event[] } {
  return { events };
}

export function refuse<Code extends string>(
  code: Code,
  params?: Refusal["params"],
): { refusal: Refusal<Code> } {
  return { refusal: params === undefined ? { code } : { code, params } };
}

/** Who acts: a person, or the product itself (the clock that closes a timed ballot, the installer). */
export type Actor =
  | { kind: "person"; personId: PersonId }
  | { kind: "system"; name: "clock" | "installer" };

/**
 * An event as the journal holds it. `evolve` folds these, so that receipts (seq, at, hash) are
 * part of the state and a replay gives the same state to the last byte.
 */
export type Recorded<Event> = {
  seq: number;
  at: Instant;
  actor: Actor;
  /** hex SHA-256 of the journal row */
  hash: string;
  event: Event;
};

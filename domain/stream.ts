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

/** A noun's deciders: one named function per command type. */
export type Deciders<Commands, Setting, State, Context, Event, Code extends string> = {
  [T in keyof Commands]: (
    setting: Setting,
    state: State,
    command: Commands[T],
    context: Context,
  ) => Decision<Event, Code>;
};

/** A noun's evolvers: one named function per event type. */
export type Evolvers<Event extends { type: string }, State> = {
  [T in Event["type"]]: (
    state: State,
    event: Extract<Event, { type: T }>,
    recorded: Recorded<unknown>,
  ) => State;
};

/** The only place where an event's type chooses its evolver. */
export function evolveBy<Event extends { type: string }, State>(
  evolvers: Evolvers<Event, State>,
  state: State,
  recorded: Recorded<Event>,
): State {
  const type: Event["type"] = recorded.event.type;
  const evolve = evolvers[type];
  // The map's type ties `type` to its event; TypeScript cannot carry that tie through an index.
  return evolve(state, recorded.event as Extract<Event, { type: typeof type }>, recorded);
}

/** The same choice for a command. */
export function decideBy<
  Commands extends Record<string, { type: string }>,
  Setting,
  State,
  Context,
  Event,
  Code extends string,
>(
  deciders: Deciders<Commands, Setting, State, Context, Event, Code>,
  setting: Setting,
  state: State,
  command: Commands[keyof Commands],
  context: Context,
): Decision<Event, Code> {
  const decide = deciders[command.type as keyof Commands];
  return decide(setting, state, command, context);
}

export const omit = <T extends Record<string, unknown>, K extends keyof T>(
  record: T,
  key: K,
): Omit<T, K> => {
  const { [key]: _gone, ...rest } = record;
  return rest;
};

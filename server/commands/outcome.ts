/** What a batch of commands is asked, and what comes of it. */
import type { Command } from "../../domain/commands";
import type { Event } from "../../domain/events";
import type { Answer } from "../../domain/protocol";
import type { Actor, Recorded } from "../../domain/stream";
import type { Instant } from "../../domain/text";
import type { StreamState } from "./stream-states";

export type Asked = {
  command: Command;
  actor: Actor;
  payloadHash: string;
  /** after it the command must not happen; null where the sender set none */
  notAfter: Instant | null;
  /** the seeding clock: when it happened, for records of the past; never set by a door */
  at?: Instant;
};

export type Committed = {
  stream: string;
  before: StreamState;
  after: StreamState;
  recorded: readonly Recorded<Event>[];
};

/** `committed` may hold no event: then it tells only how far the stream has come. */
export type Outcome = { answers: readonly Answer[]; committed: Committed };

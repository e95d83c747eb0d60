/** The one door for every change, and the news of what came through it. */
import type { Sql } from "postgres";
import type { BodyState } from "../../domain/bodies";
import { parseCommand, streamName } from "../../domain/commands";
import type { BodyId, MeetingId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import type { Instant } from "../../domain/text";
import { logFailure } from "../log";
import { payloadHashOf } from "./answers";
import { createBatches } from "./batch";
import type { FindVersions } from "./context";
import { type Committed, executeBatch, type Outcome, type Project, streamNameOf } from "./execute";
import { type StreamState, StreamStates } from "./stream-states";

export type ExecuteOptions = {
  /** server time after which it must not happen; a repeat of an answered id is answered all the same */
  notAfter?: Instant | null;
  /** records of the past, for the seed alone */
  at?: Instant;
};

export type CommandDoor = {
  /**
   * Carries a command out. Durable when it resolves; idempotent by `command.id`; ordered per stream.
   * `busy` means that it is not known whether it happened: repeat it with the same id.
   */
  execute(input: unknown, actor: Actor, options?: ExecuteOptions): Promise<Answer>;
  meeting(meetingId: MeetingId): Promise<{ meeting: MeetingState; body: BodyState } | null>;
  body(bodyId: BodyId): Promise<BodyState | null>;
  /** Called after commit only, in `seq` order per stream. Answers how to leave. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** Takes nothing more and finishes what waits. */
  stop(): Promise<void>;
};

export function openCommandDoor(parts: {
  sql: Sql;
  project: Project;
  findVersions: FindVersions;
  gradeCeiling: number;
}): CommandDoor {
  const states = new StreamStates();
  const deps = { ...parts, states };
  const listeners = new Set<(committed: Committed) => void>();
  let stopping = false;

  const publish = ({ committed }: Outcome) => {
    if (committed === null) return;
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        // what is committed stands; a listener that fails must not fail the command
        logFailure("A listener to committed events failed.", error, { stream: committed.stream });
      }
    }
  };
  const batches = createBatches((stream, asked) => executeBatch(deps, stream, asked), publish);

  const stateOf = async (stream: string): Promise<StreamState> => {
    const [row] = await parts.sql<{ seq: string; hash: Buffer }[]>`
      select seq, hash from stream_head where stream = ${stream}`;
    const head = row === undefined ? null : { seq: Number(row.seq), hash: row.hash };
    return states.at(parts.sql, stream, head);
  };
  const body = async (bodyId: BodyId) =>
    (await stateOf(streamName({ kind: "body", id: bodyId }))).body;

  return {
    async execute(input, actor, options = {}) {
      const parsed = parseCommand(input);
      if (!parsed.ok)
        return { ok: false, commandId: null, refusal: { code: "invalid" }, issues: parsed.issues };
      const { command } = parsed;
      const busy = { ok: false, commandId: command.id, refusal: { code: "busy" } } as const;
      if (stopping) return { ...busy, retryAfterMs: 1_000 };
      const stream = streamNameOf(command);
      try {
        return await batches.submit(stream, {
          command,
          actor,
          payloadHash: payloadHashOf(command, actor),
          notAfter: options.notAfter ?? null,
          ...(options.at === undefined ? {} : { at: options.at }),
        });
      } catch (error) {
        logFailure("A command failed.", error, { stream, type: command.type, id: command.id });
        states.forget(stream);
        return { ...busy, retryAfterMs: 500 };
      }
    },
    async meeting(meetingId) {
      const { meeting } = await stateOf(streamName({ kind: "meeting", id: meetingId }));
      if (meeting === null) return null;
      const itsBody = await body(meeting.bodyId);
      return itsBody === null ? null : { meeting, body: itsBody };
    },
    body,
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopping = true;
      await batches.drained();
    },
  };
}

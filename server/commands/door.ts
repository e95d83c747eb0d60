/** The one door for every change, and the news of what came through it. */
import type { Sql } from "postgres";
import type { BodyState } from "../../domain/bodies";
import { parseCommand, streamName } from "../../domain/commands";
import { type BodyId, CommandId, type MeetingId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import type { Instant } from "../../domain/text";
import { headOf } from "../journal/read";
import { logFailure } from "../log";
import { payloadHashOf } from "./answers";
import { createBatches } from "./batch";
import type { FindVersions } from "./context";
import { executeBatch, type Project, refusal, streamNameOf } from "./execute";
import { News } from "./news";
import { isRefusedByDatabase } from "./outage";
import type { Committed } from "./outcome";
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
  const news = new News();
  let stopping = false;
  const batches = createBatches(
    (stream, asked) => executeBatch(deps, stream, asked),
    ({ committed }) => news.tell(committed),
    (stream, asked, error) => {
      const first = asked[0]?.command;
      const context = {
        stream,
        commands: asked.length,
        type: first?.type ?? "",
        id: first?.id ?? "",
      };
      logFailure("Commands failed.", error, context);
      states.forget(stream);
    },
  );

  const stateOf = async (stream: string): Promise<StreamState> => {
    const state = await states.at(parts.sql, stream, await headOf(parts.sql, stream));
    news.read(stream, state);
    return state;
  };
  const body = async (bodyId: BodyId) =>
    (await stateOf(streamName({ kind: "body", id: bodyId }))).body;

  const following = news.follow(parts.sql, async (stream) => {
    await batches.settled(stream);
    return stateOf(stream);
  });
  following.catch((error: unknown) => logFailure("Other nodes are not heard.", error));

  return {
    async execute(input, actor, options = {}) {
      const parsed = parseCommand(input);
      if (!parsed.ok) {
        const commandId = CommandId.safeParse(isObject(input) ? input.id : null).data ?? null;
        return { ok: false, commandId, refusal: { code: "invalid" }, issues: parsed.issues };
      }
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
        // logged by the batch, once for all that waited with it
        if (isRefusedByDatabase(error)) return refusal(command.id, "invalid");
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
    onCommitted: (listener) => news.listen(listener),
    async stop() {
      stopping = true;
      await batches.drained();
      await following.catch(() => undefined);
      await news.stop();
    },
  };
}

const isObject = (value: unknown): value is { id?: unknown } =>
  typeof value === "object" && value !== null;

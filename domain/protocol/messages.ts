/**
 * Every message of the live wire (docs/protocol.md). Plain JSON; each side parses what it gets by
 * these schemas before it believes it.
 */
import { z } from "zod";
import { CommandId, MeetingId } from "../ids";
import type { MeetingView, MeView } from "../meetings";
import { Instant } from "../text";
import { no, Refused, Seq } from "./common";
import { marksClientMessages, marksServerMessages } from "./marks";
import { Change } from "./patch";

/** Limits that both sides keep; the client checks before it sends. */
export const limits = {
  /** one message from a client, as JSON text */
  messageBytes: 65_536,
  /** how long a client waits for one answer before it asks again with the same id */
  answerMs: 5_000,
} as const;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Views are made by one function of the domain on the server and typed by it; the wire only makes
 * sure that a view stands where a view must.
 */
const View = z.custom<MeetingView>(
  (value) =>
    isObject(value) &&
    "seq" in value &&
    Number.isInteger(value.seq) &&
    "audience" in value &&
    typeof value.audience === "string" &&
    "shared" in value &&
    isObject(value.shared) &&
    "me" in value &&
    isObject(value.me),
);
const Me = z.custom<MeView>((value) => isObject(value) && "can" in value);
const Receipt = z.strictObject({ seq: Seq, at: Instant, hash: z.string() });

/** The answer to a command, the same by socket and by HTTP, and the same for every repeat of its id. */
export const Answer = z.union([
  z.strictObject({
    ok: z.literal(true),
    commandId: CommandId,
    stream: z.string(),
    seq: Seq,
    at: Instant,
    receipt: Receipt.optional(),
  }),
  z.strictObject({
    ok: z.literal(false),
    commandId: CommandId.nullable(),
    refusal: Refused,
    issues: z
      .array(z.strictObject({ path: z.array(z.union([z.string(), z.number()])), code: z.string() }))
      .optional(),
    retryAfterMs: z.int().min(0).optional(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

/** What a client says in the handshake (`auth`), beside the session cookie. */
export const Handshake = z.object({ protocol: z.int() });

/** Why a handshake was refused (`connect_error.data`). */
export const HandshakeRefusal = z.strictObject({
  code: z.enum(["protocol_version", "unauthenticated", "origin", "busy"]),
  retryAfterMs: z.int().min(0).optional(),
});
export type HandshakeRefusal = z.infer<typeof HandshakeRefusal>;

/** Messages from client to server, each with the schema of its acknowledgement. */
export const clientMessages = {
  /** to follow a meeting; `seq` and `audience` are those of the view already held */
  join: {
    payload: z.strictObject({
      meetingId: MeetingId,
      seq: Seq.optional(),
      audience: z.string().max(40_000).optional(),
    }),
    answer: z.union([
      z.strictObject({ ok: z.literal(true), view: View }),
      z.strictObject({ ok: z.literal(true), changes: z.array(Change), me: Me, seq: Seq }),
      no,
    ]),
  },
  leave: {
    payload: z.strictObject({ meetingId: MeetingId }),
    answer: z.union([z.strictObject({ ok: z.literal(true) }), no]),
  },
  /** `command` is parsed by domain/commands.ts; after `notAfter` (server time) it must not happen */
  command: {
    payload: z.strictObject({ command: z.custom<object>(isObject), notAfter: Instant }),
    answer: Answer,
  },
  /**
   * What time it is at the server; also the proof that the line is alive. `used`: the person did
   * something since the last one, so that reading for an hour is not taken for having left.
   */
  clock: {
    payload: z.strictObject({ used: z.boolean() }),
    answer: z.union([z.strictObject({ ok: z.literal(true), at: Instant }), no]),
  },
  ...marksClientMessages,
} as const;

/** Messages from server to client; none is acknowledged. */
export const serverMessages = {
  /** to an audience: makes of the shared part, at any seq of `from`..`upTo`, the shared part at `to` */
  changes: z.strictObject({
    meetingId: MeetingId,
    from: Seq,
    upTo: Seq,
    to: Seq,
    changes: z.array(Change),
  }),
  /** to one person: the own part, whole, at `seq` */
  me: z.strictObject({ meetingId: MeetingId, seq: Seq, me: Me }),
  /** to one person: what this person may see has changed; the whole view anew */
  reset: z.strictObject({ meetingId: MeetingId, view: View }),
  /** to one person: this meeting is not there any more */
  gone: z.strictObject({ meetingId: MeetingId }),
  /** to one socket that reads too slowly: changes were left out, join again */
  behind: z.strictObject({ meetingId: MeetingId }),
  /** the server will be back soon; come back at a random moment within `spreadMs` */
  restarting: z.strictObject({ spreadMs: z.int().min(0) }),
  session_ended: z.strictObject({}),
  ...marksServerMessages,
} as const;

export type ClientMessage = keyof typeof clientMessages;
export type Payload<M extends ClientMessage> = z.infer<(typeof clientMessages)[M]["payload"]>;
export type AnswerTo<M extends ClientMessage> = z.infer<(typeof clientMessages)[M]["answer"]>;
export type ServerMessage = keyof typeof serverMessages;
export type Message<M extends ServerMessage> = z.infer<(typeof serverMessages)[M]>;

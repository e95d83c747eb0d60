/**
 * What a socket may say, each with its answer. Nothing a client sends can throw out of here: the
 * payload is parsed before it is believed, and without an acknowledgement there is nobody to answer.
 */

import { CommandId } from "../../domain/ids";
import {
  type AnswerTo,
  type ClientMessage,
  clientMessages,
  limits,
  marksLimits,
  type Payload,
} from "../../domain/protocol";
import type { RefusalCode } from "../../domain/refusals";
import type { Refusal } from "../../domain/stream";
import { instantOf } from "../../domain/text";
import { isPlainJson } from "../http/plain-json";
import { logFailure } from "../log";
import type { MarksServer } from "../marks";
import type { Sessions } from "../sessions/authenticate";
import type { Door } from "./door";
import type { Hub } from "./hub";
import { type Line, mostMeetings } from "./line";
import { updateLengthIn } from "./share";

export type Live = {
  door: Door;
  hub: Hub;
  marks: MarksServer;
  sessions: Pick<Sessions, "touch">;
  /** called when a line has got its first answer to a join */
  settled: (line: Line) => void;
};

type Handlers = {
  [M in ClientMessage]: (live: Live, line: Line, payload: Payload<M>) => Promise<AnswerTo<M>>;
};

const handlers: Handlers = {
  join: async (live, line, { meetingId, seq, audience }) => {
    live.sessions.touch(line.session.sessionId);
    const isKnown = line.followed.has(meetingId);
    if (!isKnown && line.followed.size >= mostMeetings) return refused("rate_limited");
    const meeting = await live.hub.open(meetingId);
    live.settled(line);
    if (meeting === null) return refused("not_found");
    // the line may have gone while the meeting was read
    if (!line.socket.connected) return refused("busy", { retryAfterMs: 0 });
    const held = { ...(seq !== undefined && { seq }), ...(audience !== undefined && { audience }) };
    const answer = meeting.join(line, line.session.personId, held);
    if (answer.ok) line.followed.set(meetingId, meeting);
    return answer;
  },
  leave: (_live, line, { meetingId }) => {
    line.unfollow(meetingId);
    return Promise.resolve({ ok: true });
  },
  command: async (live, line, { command, notAfter }) => {
    live.sessions.touch(line.session.sessionId);
    const { personId } = line.session;
    const answer = await live.door.execute(command, { kind: "person", personId }, { notAfter });
    if (answer.ok && answer.receipt !== undefined) line.acknowledge(answer.stream);
    return answer;
  },
  "marks.open": (live, line, asked) => {
    live.sessions.touch(line.session.sessionId);
    live.settled(line);
    return live.marks.open(line.marks, asked);
  },
  "marks.write": (live, line, asked) => {
    live.sessions.touch(line.session.sessionId);
    return live.marks.write(line.marks, asked);
  },
  "marks.close": (live, line, asked) => Promise.resolve(live.marks.close(line.marks, asked)),
  "marks.presence": (live, line, asked) => live.marks.show(line.marks, asked),
  clock: (live, line, { used }) => {
    if (used) live.sessions.touch(line.session.sessionId);
    return Promise.resolve({ ok: true, at: instantOf(new Date()) });
  },
};

/** Connects the handlers to a socket. */
export function listen(live: Live, line: Line): void {
  const names = Object.keys(handlers).filter(isMessage);
  for (const name of names)
    line.socket.on(name, (...parts: unknown[]) => hear(live, line, name, parts));
}

export const isMessage = (name: string): name is ClientMessage => Object.hasOwn(handlers, name);

/** The last part when it is a function: where an acknowledgement goes. */
export function acknowledgementIn(parts: readonly unknown[]): ((answer: object) => void) | null {
  const last = parts.at(-1);
  return typeof last === "function" ? (answer) => last(answer) : null;
}

export function refused<Code extends RefusalCode>(
  code: Code,
  more: { params?: NonNullable<Refusal["params"]>; retryAfterMs?: number } = {},
) {
  const { params, retryAfterMs } = more;
  return {
    ok: false as const,
    refusal: { code, ...(params !== undefined && { params }) },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** A refusal as the answer to that message: only a command's answer names the command. */
export function refusalOf(name: string, parts: readonly unknown[], code: RefusalCode): object {
  const refusal = refused(code);
  return name === "command" ? { ...refusal, commandId: commandIdIn(parts[0]) } : refusal;
}

function commandIdIn(payload: unknown): CommandId | null {
  const field = (value: unknown, name: string): unknown =>
    typeof value === "object" && value !== null && Object.hasOwn(value, name)
      ? Reflect.get(value, name)
      : undefined;
  const parsed = CommandId.safeParse(field(field(payload, "command"), "id"));
  return parsed.success ? parsed.data : null;
}

function hear<M extends ClientMessage>(live: Live, line: Line, name: M, parts: unknown[]): void {
  const acknowledge = acknowledgementIn(parts);
  if (acknowledge === null) return;
  answerTo(live, line, name, parts).then(acknowledge, (error: unknown) => {
    logFailure(`live ${name}`, error);
    // whether it happened is not known: asked again with the same id, the door says so
    acknowledge(refusalOf(name, parts, "busy"));
  });
}

async function answerTo<M extends ClientMessage>(
  live: Live,
  line: Line,
  name: M,
  parts: readonly unknown[],
): Promise<object> {
  const [input] = parts;
  if (name === "marks.write") {
    // the update is all of its length that its schema does not bound
    if (updateLengthIn(input) > marksLimits.messageBytes)
      return refusalOf(name, parts, "marks.too_large");
  } else if (isLongerThan(limits.messageBytes, input)) return refusalOf(name, parts, "invalid");
  // before the schema, which would walk as deep as the payload goes
  if (!isPlainJson(input)) return refusalOf(name, parts, "invalid");
  const parsed = clientMessages[name].payload.safeParse(input);
  if (!parsed.success) return refusalOf(name, parts, "invalid");
  // each name has one schema and one handler; TypeScript does not carry the tie through the index
  return await handlers[name](live, line, parsed.data as Payload<M>);
}

function isLongerThan(most: number, input: unknown): boolean {
  try {
    return (JSON.stringify(input) ?? "").length > most;
  } catch (error) {
    // nested deeper than the stack
    if (error instanceof RangeError) return true;
    throw error;
  }
}

/** Messages of a client that says too much, answered without being heard. */
export function turnAway(name: string, parts: readonly unknown[]): void {
  acknowledgementIn(parts)?.(refusalOf(name, parts, "rate_limited"));
}

/** Joins every noun's commands: what may come through the one door. */
import { z } from "zod";
import { agendaCommands } from "./agenda";
import { attendanceCommands } from "./attendance";
import { ballotCommands } from "./ballots";
import { bodyCommands } from "./bodies";
import { documentCommands } from "./documents";
import { handoverCommands } from "./handovers";
import { type BodyId, CommandId, type MeetingId } from "./ids";
import { meetingCommands } from "./meetings";
import { recusalCommands } from "./recusals";

export const commandSchemas = {
  ...bodyCommands,
  ...meetingCommands,
  ...agendaCommands,
  ...documentCommands,
  ...attendanceCommands,
  ...ballotCommands,
  ...handoverCommands,
  ...recusalCommands,
} as const;

type Schemas = typeof commandSchemas;
export type CommandType = keyof Schemas;
/** A command with its id, by type. */
export type Commands = {
  [T in CommandType]: { id: CommandId; type: T } & z.infer<Schemas[T]>;
};
export type Command = Commands[CommandType];
export type BodyCommand = Commands[keyof typeof bodyCommands];
export type MeetingCommand = Exclude<Command, BodyCommand>;
export type MeetingCommandTypes = MeetingCommand["type"];

export const commandTypes = Object.keys(commandSchemas) as readonly CommandType[];

/** The stream a command belongs to; commands of one stream are decided in order. */
export type StreamKey = { kind: "body"; id: BodyId } | { kind: "meeting"; id: MeetingId };

export function isBodyCommand(command: Command): command is BodyCommand {
  return Object.hasOwn(bodyCommands, command.type);
}

export function streamOf(command: Command): StreamKey {
  return isBodyCommand(command)
    ? { kind: "body", id: command.bodyId }
    : { kind: "meeting", id: command.meetingId };
}

export function streamName(key: StreamKey): string {
  return `${key.kind}:${key.id}`;
}

export type Issue = { path: (string | number)[]; code: string };

const Envelope = z.object({ id: CommandId, type: z.string().max(60) });

/** Parses what came from outside; unknown types, foreign keys and prototype keys are issues. */
export function parseCommand(
  input: unknown,
): { ok: true; command: Command } | { ok: false; issues: Issue[] } {
  const envelope = Envelope.safeParse(input);
  if (!envelope.success) return { ok: false, issues: issuesOf(envelope.error) };
  const { id, type } = envelope.data;
  if (!isCommandType(type)) return { ok: false, issues: [{ path: ["type"], code: "unknown" }] };
  const { id: _id, type: _type, ...payload } = input as Record<string, unknown>;
  const parsed = commandSchemas[type].safeParse(payload);
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error) };
  // `type` chose the schema that parsed `data`; the pair is a member of the union by construction
  return { ok: true, command: { id, type, ...parsed.data } as Command };
}

export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commandSchemas, type);
}

function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.filter((part) => typeof part !== "symbol"),
    code: issue.code === "custom" ? issue.message : issue.code,
  }));
}

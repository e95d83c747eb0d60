/** Joins the deciders: permission before existence, then phase, then the noun's own rules. */
import { agendaCommands, decideAgenda } from "./agenda";
import { attendanceCommands, decideAttendance } from "./attendance";
import { ballotCommands, decideBallot } from "./ballots";
import {
  type BodyEvent,
  type BodyState,
  bodyPermissions,
  decideBody as decideBodyCommand,
  type Standing,
} from "./bodies";
import type { BodyCommand, MeetingCommand } from "./commands";
import { decideDocument, documentCommands, type ReadyVersion } from "./documents";
import type { MeetingEvent } from "./events";
import { evolveMeeting } from "./evolve";
import { decideHandover, handoverCommands } from "./handovers";
import type { VersionId } from "./ids";
import {
  agendaSetting,
  attendanceSetting,
  ballotSetting,
  createMeeting,
  decideMeetingLife,
  handoverSetting,
  type MeetingState,
  meetingCommands,
  paperSetting,
  phasesOf,
  recusalSetting,
  refreshOf,
  rightsOf,
  sightOf,
} from "./meetings";
import { mayDo } from "./permissions";
import { decideRecusal, recusalCommands } from "./recusals";
import type { RefusalCode } from "./refusals";
import { type Actor, type Decision, refuse } from "./stream";
import type { Instant } from "./text";

/** All that a decision may know besides the stream's own state; read in the same transaction. */
export type Context = {
  now: Instant;
  actor: Actor;
  /** the body concerned, as of now; null when it does not exist */
  body: BodyState | null;
  /** what the actor is in that body today; for the system an empty standing */
  standing: Standing;
  /** checked uploads that the command names */
  versions: ReadonlyMap<VersionId, ReadyVersion>;
  /** highest grade level whose bytes this installation holds */
  gradeCeiling: number;
  /** the actor administers the installation */
  administrator: boolean;
};

type MeetingDecision = Decision<MeetingEvent, RefusalCode>;

/** ME2: commands before which a meeting catches up with the body's seats and rules. */
const refreshing: readonly MeetingCommand["type"][] = [
  "meeting.publish",
  "session.open",
  "ballot.open",
];

/** Decides a command on a meeting. Pure: the same input gives the same decision. */
export function decideMeeting(
  state: MeetingState | null,
  command: MeetingCommand,
  context: Context,
): MeetingDecision {
  if (command.type === "meeting.create") {
    if (!isPermitted(state, command, context)) return refuse("not_found");
    return createMeeting(state, command, context);
  }
  // permission before existence: not there and not yours are the same answer
  if (state === null || !isThere(state, context)) return refuse("not_found");
  if (!isPermitted(state, command, context)) return refuse("forbidden");
  if (!phasesOf[command.type].includes(state.phase.name))
    return refuse("meeting.wrong_phase", { phase: state.phase.name });
  const refresh = refreshing.includes(command.type) ? refreshOf(state, context) : null;
  if (refresh === null) return decideNoun(state, command, context);
  const refreshed = evolveMeeting(state, {
    seq: state.seq + 1,
    at: context.now,
    actor: context.actor,
    hash: "",
    event: refresh,
  });
  const decision = decideNoun(refreshed, command, context);
  return decision.refusal === undefined ? { events: [refresh, ...decision.events] } : decision;
}

function isThere(state: MeetingState, { actor, standing }: Context): boolean {
  return actor.kind === "system" || sightOf(state, standing) !== null;
}

function isPermitted(
  state: MeetingState | null,
  command: MeetingCommand,
  { actor, standing }: Context,
): boolean {
  if (actor.kind === "person") return mayDo(rightsOf(state, standing), command.type);
  // the installer seeds; the clock only closes a ballot whose time is over (BA rules decide when)
  return actor.name === "installer" || command.type === "ballot.close";
}

type Existing = Exclude<MeetingCommand, { type: "meeting.create" }>;

const isOneOf =
  <Schemas extends object>(schemas: Schemas) =>
  (command: Existing): command is Extract<Existing, { type: keyof Schemas }> =>
    Object.hasOwn(schemas, command.type);

const isOfAgenda = isOneOf(agendaCommands);
const isOfDocuments = isOneOf(documentCommands);
const isOfAttendance = isOneOf(attendanceCommands);
const isOfBallots = isOneOf(ballotCommands);
const isOfHandovers = isOneOf(handoverCommands);
const isOfRecusals = isOneOf(recusalCommands);
const isOfMeeting = isOneOf(meetingCommands);

function decideNoun(state: MeetingState, command: Existing, context: Context): MeetingDecision {
  if (isOfBallots(command))
    return decideBallot(ballotSetting(state), state.ballots, command, context);
  if (isOfAgenda(command)) return decideAgenda(agendaSetting(state), state.agenda, command);
  if (isOfDocuments(command))
    return decideDocument(paperSetting(state), state.papers, command, context);
  if (isOfAttendance(command))
    return decideAttendance(attendanceSetting(state), state.attendance, command, context);
  if (isOfHandovers(command))
    return decideHandover(handoverSetting(state), state.handovers, command, context);
  if (isOfRecusals(command))
    return decideRecusal(recusalSetting(state, context.standing), state.recusals, command, context);
  if (isOfMeeting(command)) return decideMeetingLife(state, command, context);
  return command satisfies never;
}

/** Decides a command on a body: its people and rules are the administrator's. */
export function decideBody(
  state: BodyState | null,
  command: BodyCommand,
  context: Context,
): Decision<BodyEvent, RefusalCode> {
  const permitted =
    context.actor.kind === "system"
      ? context.actor.name === "installer"
      : bodyPermissions[command.type](context.standing, context.administrator);
  if (!permitted) return refuse("not_found");
  return decideBodyCommand(state, command, context);
}

/** Deciders of invitations and presence. Rules AT1… in RULES.md. */
import type { BodyRules, Seat, Standing } from "../bodies";
import type { InvitationId, ItemId } from "../ids";
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { AttendanceCommands } from "./commands";
import type { AttendanceEvent } from "./events";
import type { AttendanceState, Participant } from "./participant";
import { isPresent } from "./quorum";

export type AttendanceRefusal =
  | "attendance.unknown"
  | "attendance.exists"
  | "attendance.not_own"
  | "attendance.item_unknown"
  | "attendance.already_invited"
  | "attendance.is_a_seat"
  | "attendance.has_attended"
  | "attendance.not_sent"
  | "attendance.already_answered"
  | "attendance.no_absence_asked"
  | "attendance.no_substitutes"
  | "attendance.substitute_is_member"
  | "attendance.not_a_member"
  | "attendance.member_is_here"
  | "attendance.unchanged";

export type AttendanceSetting = {
  rules: BodyRules;
  seats: readonly Seat[];
  itemExists(itemId: ItemId): boolean;
  /** the pack was published, so who is added now is asked at once */
  announced: boolean;
};

export type AttendanceContext = { actor: Actor; standing: Pick<Standing, "roles"> };

type Decided = Decision<AttendanceEvent, AttendanceRefusal>;
type Decide<T extends keyof AttendanceCommands> = (
  setting: AttendanceSetting,
  state: AttendanceState,
  command: AttendanceCommands[T],
  context: AttendanceContext,
) => Decided;

const participantsOf = (state: AttendanceState) => Object.values(state.participants);

/** AT4: one answers only one's own invitation. */
function ownProblem(participant: Participant | undefined, { actor }: AttendanceContext) {
  if (participant === undefined) return refuse("attendance.unknown");
  const own = actor.kind === "system" || actor.personId === participant.personId;
  return own ? null : refuse("attendance.not_own");
}

function servesTheBody({ standing }: AttendanceContext): boolean {
  return standing.roles.includes("secretary") || standing.roles.includes("office_lead");
}

const add: Decide<"invitation.add"> = (setting, state, command) => {
  const { type: _type, meetingId: _meetingId, ...asked } = command;
  if (state.participants[command.invitationId] !== undefined) return refuse("attendance.exists");
  if (participantsOf(state).some(({ personId }) => personId === command.personId))
    return refuse("attendance.already_invited", { name: command.name });
  if (command.items !== "all" && !command.items.every((itemId) => setting.itemExists(itemId)))
    return refuse("attendance.item_unknown");
  const added = { type: "invitation.added", ...asked, membershipId: null } as const;
  if (!setting.announced) return accept<AttendanceEvent>(added);
  return accept<AttendanceEvent>(added, {
    type: "invitation.sent",
    invitationIds: [command.invitationId],
  });
};

const remove: Decide<"invitation.remove"> = (_setting, state, { invitationId }) => {
  const participant = state.participants[invitationId];
  if (participant === undefined) return refuse("attendance.unknown");
  if (participant.membershipId !== null) return refuse("attendance.is_a_seat");
  if (participant.presence.state !== "expected") return refuse("attendance.has_attended");
  return accept<AttendanceEvent>({ type: "invitation.removed", invitationId });
};

const confirm: Decide<"invitation.confirm"> = (_setting, state, command, context) => {
  const participant = state.participants[command.invitationId];
  const problem = ownProblem(participant, context);
  if (problem !== null) return problem;
  const answer = participant?.invitation.state;
  if (answer === "not_sent") return refuse("attendance.not_sent");
  if (answer === "confirmed") return refuse("attendance.already_answered");
  return accept<AttendanceEvent>({
    type: "invitation.confirmed",
    invitationId: command.invitationId,
  });
};

const requestAbsence: Decide<"invitation.request_absence"> = (
  _setting,
  state,
  command,
  context,
) => {
  const participant = state.participants[command.invitationId];
  const problem = ownProblem(participant, context);
  if (problem !== null) return problem;
  const answer = participant?.invitation.state;
  if (answer === "not_sent") return refuse("attendance.not_sent");
  if (answer === "absence_requested" || answer === "absence_granted")
    return refuse("attendance.already_answered");
  return accept<AttendanceEvent>({
    type: "invitation.absence_requested",
    invitationId: command.invitationId,
    sealed: { reason: command.reason },
  });
};

function asksAbsence(state: AttendanceState, invitationId: InvitationId) {
  const participant = state.participants[invitationId];
  if (participant === undefined) return refuse("attendance.unknown");
  return participant.invitation.state === "absence_requested"
    ? null
    : refuse("attendance.no_absence_asked");
}

const grantAbsence: Decide<"invitation.grant_absence"> = (_setting, state, { invitationId }) =>
  asksAbsence(state, invitationId) ??
  accept<AttendanceEvent>({ type: "invitation.absence_granted", invitationId });

const refuseAbsence: Decide<"invitation.refuse_absence"> = (_setting, state, command) =>
  asksAbsence(state, command.invitationId) ??
  accept<AttendanceEvent>({
    type: "invitation.absence_refused",
    invitationId: command.invitationId,
    sealed: { reason: command.reason },
  });

const nameSubstitute: Decide<"invitation.name_substitute"> = (setting, state, command, context) => {
  if (setting.rules.substitutes === "none") return refuse("attendance.no_substitutes");
  const participant = state.participants[command.invitationId];
  if (participant === undefined) return refuse("attendance.unknown");
  if (participant.capacity !== "member" || participant.membershipId === null)
    return refuse("attendance.not_a_member");
  // AT8: the member's own act, or the secretariat's on the member's word
  const problem = servesTheBody(context) ? null : ownProblem(participant, context);
  if (problem !== null) return problem;
  if (isPresent(participant)) return refuse("attendance.member_is_here");
  const { substitute } = command;
  if (setting.seats.some(({ personId }) => personId === substitute.personId))
    return refuse("attendance.substitute_is_member");
  if (state.participants[substitute.invitationId] !== undefined) return refuse("attendance.exists");
  if (participantsOf(state).some(({ personId }) => personId === substitute.personId))
    return refuse("attendance.already_invited", { name: substitute.name });
  return accept<AttendanceEvent>({
    type: "invitation.substitute_named",
    invitationId: command.invitationId,
    substitute: {
      ...substitute,
      capacity: "substitute",
      membershipId: participant.membershipId,
      items: "all",
    },
    sealed: { reason: command.reason },
  });
};

/** AT11: a substitute gives the seat back when the member is there. */
function seatIsTaken(state: AttendanceState, participant: Participant): boolean {
  if (participant.capacity !== "substitute") return false;
  return participantsOf(state).some(
    (other) =>
      other.capacity === "member" &&
      other.membershipId === participant.membershipId &&
      isPresent(other),
  );
}

function recorded(
  state: AttendanceState,
  command: AttendanceCommands["presence.record" | "presence.check_in"],
  by: "self" | "secretariat",
): Decided {
  const participant = state.participants[command.invitationId];
  if (participant === undefined) return refuse("attendance.unknown");
  const { invitationId, where } = command;
  if (participant.presence.state === where) return refuse("attendance.unchanged");
  const arrives = where === "room" || where === "remote";
  if (arrives && seatIsTaken(state, participant)) return refuse("attendance.member_is_here");
  const arrival = { type: "presence.recorded", invitationId, where, by } as const;
  const substitute =
    participant.capacity === "member" && arrives
      ? participantsOf(state).find(
          (other) =>
            other.capacity === "substitute" &&
            other.membershipId === participant.membershipId &&
            isPresent(other),
        )
      : undefined;
  if (substitute === undefined) return accept<AttendanceEvent>(arrival);
  return accept<AttendanceEvent>(arrival, {
    type: "presence.recorded",
    invitationId: substitute.invitationId,
    where: "left",
    by,
  });
}

const checkIn: Decide<"presence.check_in"> = (_setting, state, command, context) =>
  ownProblem(state.participants[command.invitationId], context) ?? recorded(state, command, "self");

const deciders: Deciders<
  AttendanceCommands,
  AttendanceSetting,
  AttendanceState,
  AttendanceContext,
  AttendanceEvent,
  AttendanceRefusal
> = {
  "invitation.add": add,
  "invitation.remove": remove,
  "invitation.confirm": confirm,
  "invitation.request_absence": requestAbsence,
  "invitation.grant_absence": grantAbsence,
  "invitation.refuse_absence": refuseAbsence,
  "invitation.name_substitute": nameSubstitute,
  "presence.check_in": checkIn,
  "presence.record": (_setting, state, command) => recorded(state, command, "secretariat"),
};

/** Decides a command on invitations or presence. */
export function decideAttendance(
  setting: AttendanceSetting,
  state: AttendanceState,
  command: AttendanceCommands[keyof AttendanceCommands],
  context: AttendanceContext,
): Decided {
  return decideBy(deciders, setting, state, command, context);
}

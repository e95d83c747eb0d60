/** Deciders of a meeting's own life: prepared, approved, published, held, closed. */

import { currentItem } from "../agenda";
import type { AttendanceEvent } from "../attendance";
import type { BodyRules, BodyState, Seat } from "../bodies";
import { dayIn, rulesOn, seatsOn } from "../bodies";
import type { PersonId } from "../ids";
import { type Actor, accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { Instant } from "../text";
import type { MeetingCommands } from "./commands";
import type { MeetingLifeEvent } from "./events";
import type { MeetingState } from "./meeting";
import { changesSince, missingIn } from "./pack";
import { latestRevision } from "./revisions";
import { hasRunningBallot } from "./settings";

export type MeetingRefusal =
  | "meeting.exists"
  | "meeting.body_unknown"
  | "meeting.stale"
  | "meeting.wrong_phase"
  | "meeting.pack_incomplete"
  | "meeting.approval_missing"
  | "meeting.nothing_to_publish"
  | "meeting.item_current"
  | "meeting.ballot_running"
  | "meeting.person_needed"
  | "presiding.not_a_member"
  | "presiding.item_unknown";

export type MeetingContext = { now: Instant; actor: Actor; body: BodyState | null };

type Decided = Decision<MeetingLifeEvent | AttendanceEvent, MeetingRefusal>;
type Decide<T extends keyof MeetingCommands> = (
  state: MeetingState,
  command: MeetingCommands[T],
  context: MeetingContext,
) => Decided;

/** The rules and seats that a meeting on `startsAt` has to go by, as the body stands now. */
export function bodyFor(
  body: BodyState,
  startsAt: Instant,
  now: Instant,
): { rules: BodyRules; seats: readonly Seat[] } {
  const day = dayIn(body.timeZone, startsAt);
  return {
    rules: rulesOn(body, day),
    seats: seatsOn(body, now > startsAt ? dayIn(body.timeZone, now) : day),
  };
}

/** ME1: a meeting is called of a body that exists, under the rules of its day. */
export function createMeeting(
  state: MeetingState | null,
  command: MeetingCommands["meeting.create"],
  { body, now }: MeetingContext,
): Decided {
  if (state !== null) return refuse("meeting.exists");
  if (body === null) return refuse("meeting.body_unknown");
  return accept<MeetingLifeEvent>({
    type: "meeting.created",
    meetingId: command.meetingId,
    bodyId: body.bodyId,
    bodyName: body.name,
    timeZone: body.timeZone,
    ...bodyFor(body, command.info.startsAt, now),
    info: command.info,
  });
}

/** ME2: before it publishes, opens or votes, a meeting catches up with changed seats and rules. */
export function refreshOf(
  state: MeetingState,
  { body, now }: MeetingContext,
): Extract<MeetingLifeEvent, { type: "meeting.seats_refreshed" }> | null {
  if (body === null) return null;
  const current = bodyFor(body, state.info.startsAt, now);
  const unchanged =
    JSON.stringify(current) === JSON.stringify({ rules: state.rules, seats: state.seats });
  return unchanged ? null : { type: "meeting.seats_refreshed", ...current };
}

function personOf(actor: Actor): PersonId | null {
  return actor.kind === "person" ? actor.personId : null;
}

const edit: Decide<"meeting.edit"> = (state, command) => {
  if (state.infoEdition !== command.basedOnEdition) return refuse("meeting.stale");
  return accept<MeetingLifeEvent>({ type: "meeting.edited", info: command.info });
};

function incompleteness(state: MeetingState) {
  const required = missingIn(state).filter(({ rank }) => rank === "required").length;
  return required > 0 ? refuse("meeting.pack_incomplete", { count: required }) : null;
}

const submit: Decide<"meeting.submit"> = (state, _command, { actor }) => {
  const by = personOf(actor);
  if (by === null) return refuse("meeting.person_needed");
  return incompleteness(state) ?? accept<MeetingLifeEvent>({ type: "meeting.submitted", by });
};

const approve: Decide<"meeting.approve"> = (_state, _command, { actor }) => {
  const by = personOf(actor);
  if (by === null) return refuse("meeting.person_needed");
  return accept<MeetingLifeEvent>({ type: "meeting.approved", by });
};

const publish: Decide<"meeting.publish"> = (state, command) => {
  const latest = latestRevision(state);
  if ((latest?.number ?? 0) !== command.basedOnRevision) return refuse("meeting.stale");
  // ME13: the first publication waits for approval where the body's rules ask for it
  if (latest === null && state.rules.approval && state.phase.name !== "approved")
    return refuse("meeting.approval_missing");
  const incomplete = incompleteness(state);
  if (incomplete !== null) return incomplete;
  const unsent = Object.values(state.attendance.participants)
    .filter(({ invitation }) => invitation.state === "not_sent")
    .map(({ invitationId }) => invitationId);
  // ME16: a member who joined since is a reason to publish, even if the pack is the same
  if (latest !== null && unsent.length === 0 && changesSince(latest, state).length === 0)
    return refuse("meeting.nothing_to_publish");
  return accept<MeetingLifeEvent | AttendanceEvent>(
    { type: "meeting.published", revision: command.basedOnRevision + 1 },
    ...(unsent.length === 0 ? [] : [{ type: "invitation.sent" as const, invitationIds: unsent }]),
  );
};

/** ME20: nothing is left open behind a suspended or closed session. */
function leftOpen(state: MeetingState) {
  return hasRunningBallot(state, null) ? refuse("meeting.ballot_running") : null;
}

const suspend: Decide<"session.suspend"> = (state, command) =>
  leftOpen(state) ?? accept<MeetingLifeEvent>({ type: "session.suspended", until: command.until });

const close: Decide<"session.close"> = (state, command) => {
  const open = leftOpen(state);
  if (open !== null) return open;
  if (currentItem(state.agenda) !== null) return refuse("meeting.item_current");
  return accept<MeetingLifeEvent>({ type: "session.closed", note: command.note });
};

const assignPresiding: Decide<"presiding.assign"> = (state, command) => {
  const { itemId, personId } = command;
  if (itemId !== null && state.agenda.items[itemId] === undefined)
    return refuse("presiding.item_unknown");
  if (personId !== null && !state.seats.some((seat) => seat.personId === personId))
    return refuse("presiding.not_a_member");
  return accept<MeetingLifeEvent>({ type: "presiding.assigned", itemId, personId });
};

const deciders: Deciders<
  Omit<MeetingCommands, "meeting.create">,
  MeetingState,
  null,
  MeetingContext,
  MeetingLifeEvent | AttendanceEvent,
  MeetingRefusal
> = {
  "meeting.edit": (state, _none, command, context) => edit(state, command, context),
  "meeting.submit": (state, _none, command, context) => submit(state, command, context),
  "meeting.send_back": (_state, _none, { reason }) =>
    accept<MeetingLifeEvent>({ type: "meeting.sent_back", sealed: { reason } }),
  "meeting.approve": (state, _none, command, context) => approve(state, command, context),
  "meeting.publish": (state, _none, command, context) => publish(state, command, context),
  "meeting.cancel": (_state, _none, { reason }) =>
    accept<MeetingLifeEvent>({ type: "meeting.cancelled", sealed: { reason } }),
  "session.open": () => accept<MeetingLifeEvent>({ type: "session.opened" }),
  "session.suspend": (state, _none, command, context) => suspend(state, command, context),
  "session.resume": () => accept<MeetingLifeEvent>({ type: "session.resumed" }),
  "session.close": (state, _none, command, context) => close(state, command, context),
  "presiding.assign": (state, _none, command, context) => assignPresiding(state, command, context),
};

/** Decides a command on a meeting that exists; phase and permission were asked before. */
export function decideMeetingLife(
  state: MeetingState,
  command: Exclude<MeetingCommands[keyof MeetingCommands], { type: "meeting.create" }>,
  context: MeetingContext,
): Decided {
  return decideBy(deciders, state, null, command, context);
}

/**
 * Joins what a viewer knows: the shared part by sight, and the viewer's own part. An event reaches a
 * viewer as the difference it makes to the viewer's view, so no event is redacted by hand and
 * `viewOf(evolve(s, e), v) = evolveView(viewOf(s, v), redact(s, evolve(s, e), v))` holds by construction.
 */
import { numbered } from "./agenda";
import { type OwnVote, voteOf } from "./ballots";
import type { Standing } from "./bodies";
import type { HandoverView } from "./handovers";
import type { BallotId, PersonId } from "./ids";
import {
  audienceOf,
  latestRevision,
  type MeetingState,
  type MeetingView,
  type MeView,
  type OwnRecusal,
  papersHandedBy,
  participantOf,
  presidingNow,
  rightsOf,
  type SharedView,
  type Sight,
  sharedViewOf,
  sightOf,
} from "./meetings";
import { abilitiesOf } from "./permissions";
import { applyChanges, type Change, changesBetween } from "./protocol/patch";

/**
 * A viewer's own part: how one is invited, what one has voted, what one may do. One's own vote is
 * seen by oneself at any time, with its receipt.
 */
export function meViewOf(state: MeetingState, standing: Standing): MeView {
  const { personId } = standing;
  const participant = participantOf(state, personId);
  const votes: Record<BallotId, OwnVote> = {};
  const onRoll: BallotId[] = [];
  for (const ballot of Object.values(state.ballots.ballots)) {
    if (ballot.state === "prepared") continue;
    const own = voteOf(ballot, personId);
    if (own !== null)
      votes[ballot.ballotId] = { answer: own.answer, at: own.at, seq: own.seq, hash: own.hash };
    if (ballot.state === "open" && ballot.roll.some((entry) => entry.personId === personId))
      onRoll.push(ballot.ballotId);
  }
  return {
    personId,
    capacity: participant?.capacity ?? null,
    invitationId: participant?.invitationId ?? null,
    membershipId: participant?.membershipId ?? null,
    invitation: participant?.invitation ?? null,
    presence: participant?.presence ?? null,
    presides: presidingNow(state) === personId,
    votes,
    onRoll,
    staff: participant?.capacity === "member" ? standing.staff : [],
    handovers: handoversOf(state, standing),
    recusals: recusalsOf(state, personId),
    can: abilitiesOf(rightsOf(state, standing)),
  };
}

/** HO7: of the two concerned, and of nobody else; to the staff as far as something of it is in sight. */
function handoversOf(state: MeetingState, standing: Standing): HandoverView[] {
  const { personId } = standing;
  return Object.values(state.handovers.handovers).flatMap((handover) => {
    if (handover.state === "taken_back") return [];
    const { handoverId, memberId, staff, note, dueOn, givenAt } = handover;
    const isOwn = memberId === personId;
    if (!isOwn && staff.personId !== personId) return [];
    const inSight = isOwn ? null : papersHandedBy(state, standing, memberId);
    const documentIds = handover.documentIds.filter((each) => inSight?.includes(each) ?? true);
    if (documentIds.length === 0) return [];
    const finishedAt = handover.state === "finished" ? handover.finishedAt : null;
    const name = participantOf(state, memberId)?.name ?? "";
    const member = { personId: memberId, name };
    return { handoverId, member, staff, documentIds, note, dueOn, givenAt, finishedAt };
  });
}

/** RC10: one's own, with the reason; of an item that is out of sight by its number alone. */
function recusalsOf(state: MeetingState, personId: PersonId): OwnRecusal[] {
  const all = Object.values(state.recusals.recusals).flat();
  if (all.length === 0) return [];
  const order = (latestRevision(state) ?? state.agenda).order;
  return numbered(order).flatMap(({ itemId, number }) => {
    const own = all.find((each) => each.itemId === itemId && each.personId === personId);
    if (own === undefined) return [];
    const { degree, decided, reason } = own;
    return { itemId, number, degree, decided, reason };
  });
}

/** The whole view of a person; null when the meeting is not there for that person. */
export function viewOf(state: MeetingState, standing: Standing): MeetingView | null {
  const sight = sightOf(state, standing);
  if (sight === null) return null;
  return {
    seq: state.seq,
    audience: audienceOf(sight),
    shared: sharedViewOf(state, sight),
    me: meViewOf(state, standing),
  };
}

/** What happened between two states, for viewers of one sight; a changed sight is a new view instead. */
export function redact(before: MeetingState, after: MeetingState, sight: Sight): Change[] {
  return changesBetween(sharedViewOf(before, sight), sharedViewOf(after, sight));
}

/** The shared part after changes that `redact` gave. */
export function evolveView(shared: SharedView, changes: readonly Change[]): SharedView {
  return applyChanges(shared, changes);
}

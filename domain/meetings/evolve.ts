/** How a meeting's own life changes by what happened. */
import { emptyAgenda } from "../agenda";
import { emptyAttendance, refreshSeats } from "../attendance";
import { emptyBallots } from "../ballots";
import { emptyPapers } from "../documents";
import { emptyHandovers } from "../handovers";
import { emptyRecusals } from "../recusals";
import { type Evolvers, evolveBy, omit, type Recorded } from "../stream";
import type { Instant } from "../text";
import type { MeetingLifeEvent } from "./events";
import type { MeetingState, Phase } from "./meeting";

type Life = Exclude<MeetingLifeEvent, { type: "meeting.created" }>;

export function createdMeeting(
  recorded: Recorded<Extract<MeetingLifeEvent, { type: "meeting.created" }>>,
): MeetingState {
  const { type: _type, ...created } = recorded.event;
  return {
    ...created,
    infoEdition: 1,
    phase: { name: "draft" },
    presiding: { meeting: null, items: {} },
    agenda: emptyAgenda,
    papers: emptyPapers,
    attendance: emptyAttendance(created.seats),
    ballots: emptyBallots,
    handovers: emptyHandovers,
    recusals: emptyRecusals,
    revisions: [],
    seq: recorded.seq,
  };
}

/** When the session was opened; the phases after it carry it along. */
function openedAt(phase: Phase): Extract<Phase, { openedAt: Instant }> {
  if ("openedAt" in phase) return phase;
  throw new Error(`a session that was never opened cannot be ${phase.name}`);
}

const evolvers: Evolvers<Life, MeetingState> = {
  "meeting.edited": (state, { info }) => ({ ...state, info, infoEdition: state.infoEdition + 1 }),
  "meeting.seats_refreshed": (state, { rules, seats }) => ({
    ...state,
    rules,
    seats,
    attendance: refreshSeats(state.attendance, seats),
  }),
  "meeting.submitted": (state, { by }, { at }) => ({
    ...state,
    phase: { name: "awaiting_approval", submittedAt: at, submittedBy: by },
  }),
  "meeting.sent_back": (state, { sealed }, { at }) => ({
    ...state,
    phase: { name: "sent_back", reason: sealed.reason, at },
  }),
  "meeting.approved": (state, { by }, { at }) => ({
    ...state,
    phase: { name: "approved", at, by },
  }),
  "meeting.published": (state, { revision }, { at }) => ({
    ...state,
    phase: state.revisions.length === 0 ? { name: "published" } : state.phase,
    revisions: [
      ...state.revisions,
      {
        number: revision,
        at,
        info: state.info,
        items: state.agenda.items,
        order: state.agenda.order,
        papers: state.papers,
      },
    ],
  }),
  "meeting.cancelled": (state, { sealed }, { at }) => ({
    ...state,
    phase: { name: "cancelled", reason: sealed.reason, at },
  }),
  "session.opened": (state, _event, { at }) => ({
    ...state,
    phase: { name: "in_session", openedAt: at },
  }),
  "session.suspended": (state, { until }, { at }) => {
    const opened = openedAt(state.phase);
    return {
      ...state,
      phase: { name: "suspended", openedAt: opened.openedAt, suspendedAt: at, until },
    };
  },
  "session.resumed": (state) => ({
    ...state,
    phase: { name: "in_session", openedAt: openedAt(state.phase).openedAt },
  }),
  "session.closed": (state, _event, { at }) => ({
    ...state,
    phase: { name: "closed", openedAt: openedAt(state.phase).openedAt, closedAt: at },
  }),
  "presiding.assigned": (state, { itemId, personId }) => {
    const { meeting, items } = state.presiding;
    if (itemId === null) return { ...state, presiding: { meeting: personId, items } };
    return {
      ...state,
      presiding: {
        meeting,
        items: personId === null ? omit(items, itemId) : { ...items, [itemId]: personId },
      },
    };
  },
};

export function evolveMeetingLife(state: MeetingState, recorded: Recorded<Life>): MeetingState {
  return evolveBy(evolvers, state, recorded);
}

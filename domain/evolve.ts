/** Joins the evolvers: state is the fold of a stream's events. */
import { type AgendaEvent, evolveAgenda } from "./agenda";
import { type AttendanceEvent, evolveAttendance } from "./attendance";
import { type BallotEvent, evolveBallots, withoutQuestionsOn } from "./ballots";
import { type DocumentEvent, evolvePapers, withoutItem } from "./documents";
import type { MeetingEvent } from "./events";
import { evolveHandovers, type HandoverEvent } from "./handovers";
import {
  createdMeeting,
  evolveMeetingLife,
  type MeetingLifeEvent,
  type MeetingState,
} from "./meetings";
import { evolveRecusals, type RecusalEvent } from "./recusals";
import type { Recorded } from "./stream";

export { evolveBody } from "./bodies";

type Life = Exclude<MeetingLifeEvent, { type: "meeting.created" }>;
type Fold<E> = (state: MeetingState, recorded: Recorded<E>) => MeetingState;

const byAgenda: Fold<AgendaEvent> = (state, recorded) => {
  const agenda = evolveAgenda(state.agenda, recorded);
  const { event } = recorded;
  if (event.type !== "agenda.item_removed") return { ...state, agenda };
  // parts go with their item, papers and prepared questions with both
  const gone = Object.values(state.agenda.items).filter(
    ({ itemId }) => agenda.items[itemId] === undefined,
  );
  return {
    ...state,
    agenda,
    papers: gone.reduce((papers, { itemId }) => withoutItem(papers, itemId), state.papers),
    ballots: gone.reduce(
      (ballots, { itemId }) => withoutQuestionsOn(ballots, itemId),
      state.ballots,
    ),
  };
};

const byDocuments: Fold<DocumentEvent> = (state, recorded) => ({
  ...state,
  papers: evolvePapers(state.papers, recorded),
});

const byAttendance: Fold<AttendanceEvent> = (state, recorded) => ({
  ...state,
  attendance: evolveAttendance(state.attendance, recorded),
});

const byBallots: Fold<BallotEvent> = (state, recorded) => ({
  ...state,
  ballots: evolveBallots(state.ballots, recorded),
});

const byHandovers: Fold<HandoverEvent> = (state, recorded) => ({
  ...state,
  handovers: evolveHandovers(state.handovers, recorded),
});

const byRecusals: Fold<RecusalEvent> = (state, recorded) => ({
  ...state,
  recusals: evolveRecusals(state.recusals, recorded),
});

/** Which noun an event belongs to: the part of its type before the dot, and nothing else. */
const folds = {
  agenda: byAgenda,
  item: byAgenda,
  document: byDocuments,
  invitation: byAttendance,
  presence: byAttendance,
  ballot: byBallots,
  handover: byHandovers,
  recusal: byRecusals,
  meeting: evolveMeetingLife as Fold<Life>,
  session: evolveMeetingLife as Fold<Life>,
  presiding: evolveMeetingLife as Fold<Life>,
};

/**
 * Folds one recorded event. Total over every event ever journaled.
 * @throws Error when a stream does not begin with `meeting.created`
 */
export function evolveMeeting(
  state: MeetingState | null,
  recorded: Recorded<MeetingEvent>,
): MeetingState {
  const { event } = recorded;
  if (event.type === "meeting.created") return createdMeeting({ ...recorded, event });
  if (state === null) throw new Error(`${event.type} on a meeting that was never created`);
  const noun = event.type.slice(0, event.type.indexOf(".")) as keyof typeof folds;
  // the prefix ties the event to its noun's fold; TypeScript cannot carry that through an index
  const fold = folds[noun] as Fold<MeetingEvent>;
  return { ...fold(state, recorded), seq: recorded.seq };
}

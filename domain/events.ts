/** Joins every noun's events: what the journal may hold. */
import type { AgendaEvent } from "./agenda";
import type { AttendanceEvent } from "./attendance";
import type { BallotEvent } from "./ballots";
import type { BodyEvent } from "./bodies";
import type { DocumentEvent } from "./documents";
import type { HandoverEvent } from "./handovers";
import type { MeetingLifeEvent } from "./meetings";
import type { RecusalEvent } from "./recusals";

export type { BodyEvent } from "./bodies";
export type MeetingEvent =
  | MeetingLifeEvent
  | AgendaEvent
  | DocumentEvent
  | AttendanceEvent
  | BallotEvent
  | HandoverEvent
  | RecusalEvent;
export type Event = BodyEvent | MeetingEvent;
export type EventType = Event["type"];

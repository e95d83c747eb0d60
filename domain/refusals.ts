/** Joins every noun's refusals with those of the door itself; each has a sentence in both languages. */
import type { AgendaRefusal } from "./agenda";
import type { AttendanceRefusal } from "./attendance";
import type { BallotRefusal } from "./ballots";
import type { BodyRefusal } from "./bodies";
import type { DocumentRefusal, IntakeRefusal } from "./documents";
import type { HandoverRefusal } from "./handovers";
import type { MarksRefusal } from "./marks";
import type { MeetingRefusal } from "./meetings";
import type { RecusalRefusal } from "./recusals";

/** Refusals that no noun gives: the door's own, and those of the uploads before it. */
export const doorRefusals = [
  "invalid",
  "not_found",
  "forbidden",
  "unauthenticated",
  "command_id_reused",
  "too_late",
  "busy",
  "rate_limited",
] as const;
export type DoorRefusal = (typeof doorRefusals)[number];

export type RefusalCode =
  | DoorRefusal
  | BodyRefusal
  | MeetingRefusal
  | AgendaRefusal
  | DocumentRefusal
  | IntakeRefusal
  | AttendanceRefusal
  | BallotRefusal
  | HandoverRefusal
  | RecusalRefusal
  | MarksRefusal;

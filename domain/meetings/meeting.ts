/** A sitting of a body: its phase as a union, and the states of the nouns that live inside it. */
import { z } from "zod";
import type { AgendaState, Item, ItemOrder } from "../agenda";
import type { AttendanceState } from "../attendance";
import type { BallotsState } from "../ballots";
import type { BodyRules, Seat } from "../bodies";
import type { PapersState } from "../documents";
import type { HandoversState } from "../handovers";
import type { BodyId, ItemId, MeetingId, PersonId } from "../ids";
import type { RecusalsState } from "../recusals";
import { type Bilingual, bilingual, Instant, optionalText } from "../text";

export const MeetingKind = z.enum([
  "regular",
  "thematic",
  "extraordinary",
  "standing",
  "working",
  "conference",
]);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const MeetingInfo = z
  .strictObject({
    title: bilingual(300),
    kind: MeetingKind,
    form: z.enum(["room", "online", "hybrid"]),
    /** only a meeting that decides may open a ballot */
    authority: z.enum(["decides", "advises"]),
    startsAt: Instant,
    endsAt: Instant,
    place: optionalText(200),
  })
  .refine((info) => info.startsAt < info.endsAt, {
    message: "ends_before_start",
    path: ["endsAt"],
  });
export type MeetingInfo = z.infer<typeof MeetingInfo>;

export type Phase =
  | { name: "draft" }
  | { name: "awaiting_approval"; submittedAt: Instant; submittedBy: PersonId }
  | { name: "sent_back"; reason: string; at: Instant }
  | { name: "approved"; at: Instant; by: PersonId }
  | { name: "published" }
  | { name: "in_session"; openedAt: Instant }
  | { name: "suspended"; openedAt: Instant; suspendedAt: Instant; until: Instant | null }
  | { name: "closed"; openedAt: Instant; closedAt: Instant }
  | { name: "cancelled"; reason: string; at: Instant };
export type PhaseName = Phase["name"];

/** What members hold: frozen until the next publication, whatever the office edits meanwhile. */
export type Revision = {
  number: number;
  at: Instant;
  info: MeetingInfo;
  items: Readonly<Record<ItemId, Item>>;
  order: ItemOrder;
  papers: PapersState;
};

/** Who presides: the whole meeting, or single items over it. */
export type Presiding = {
  meeting: PersonId | null;
  items: Readonly<Record<ItemId, PersonId>>;
};

export type MeetingState = {
  meetingId: MeetingId;
  bodyId: BodyId;
  bodyName: Bilingual;
  timeZone: string;
  info: MeetingInfo;
  /** counts edits of `info` */
  infoEdition: number;
  phase: Phase;
  rules: BodyRules;
  seats: readonly Seat[];
  presiding: Presiding;
  agenda: AgendaState;
  papers: PapersState;
  attendance: AttendanceState;
  ballots: BallotsState;
  handovers: HandoversState;
  recusals: RecusalsState;
  /** newest last */
  revisions: readonly Revision[];
  /** seq of the last folded event */
  seq: number;
};

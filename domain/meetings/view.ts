/**
 * What one viewer knows of a meeting: plain JSON, the same by loader and by socket.
 * `MeetingView` = the part shared by all viewers of equal sight + `me`, the viewer's own part.
 * Screens read `me.can`, never a role's name.
 */
import type { ItemContent, ItemCourse } from "../agenda";
import type { Capacity, GuestView, Invitation, Presence, Quorum, SeatView } from "../attendance";
import type { BallotView, OwnVote } from "../ballots";
import type { BodyRules, Named, RecusalDegree } from "../bodies";
import type { DocumentKind } from "../documents";
import type { HandoverView } from "../handovers";
import type {
  BallotId,
  BodyId,
  DocumentId,
  InvitationId,
  ItemId,
  MeetingId,
  MembershipId,
  PersonId,
  VersionId,
} from "../ids";
import type { RecusalReason, RecusalView } from "../recusals";
import type { Bilingual, Instant } from "../text";
import type { MeetingInfo, Phase } from "./meeting";
import type { PackRun } from "./running-number";

export type { GuestView, SeatView } from "../attendance";
export type { BallotView, OwnVote } from "../ballots";

export type PaperView = {
  documentId: DocumentId;
  kind: DocumentKind;
  title: Bilingual;
  grade: string | null;
  holding:
    | {
        type: "file";
        versionId: VersionId;
        number: number;
        pages: number;
        sizeBytes: number;
        fileName: string;
        attachedAt: Instant;
        /** its pages in the pack's one running numbering; see `packPage` */
        numbers: readonly PackRun[];
        flags: readonly string[];
        earlier: readonly {
          versionId: VersionId;
          number: number;
          pages: number;
          attachedAt: Instant;
        }[];
      }
    | { type: "paper_only"; copies: number };
};

export type ItemView = ItemContent & {
  itemId: ItemId;
  parent: ItemId | null;
  /** "2", "2.1" */
  number: string;
  title: Bilingual;
  course: ItemCourse;
  papers: readonly PaperView[];
  presiding: PersonId | null;
  recusals: readonly RecusalView[];
};

/** The office's desk: the working copy beside what members hold. */
export type OfficeView = {
  info: MeetingInfo;
  infoEdition: number;
  orderEdition: number;
  items: readonly (ItemView & { edition: number; published: boolean })[];
  /** what a publication now would change */
  changes: readonly PackChange[];
  missing: readonly Missing[];
  /** whether the first publication waits for approval */
  approval: boolean;
  grades: BodyRules["grades"];
  /** why, of those in sight */
  recusalReasons: readonly RecusalReason[];
  participants: readonly {
    invitationId: InvitationId;
    personId: PersonId;
    name: string;
    title: Bilingual;
    capacity: Capacity;
    membershipId: MembershipId | null;
    items: "all" | readonly ItemId[];
    invitation: Invitation;
    presence: Presence;
  }[];
};

export type PackChange =
  | { what: "info"; fields: readonly string[] }
  | {
      what: "item_added" | "item_removed" | "item_edited" | "item_moved";
      itemId: ItemId;
      number: string;
      title: Bilingual;
    }
  | {
      what: "paper_added" | "paper_replaced" | "paper_removed" | "paper_described";
      itemId: ItemId;
      documentId: DocumentId;
      title: Bilingual;
      versionNumber: number | null;
    };

/** `required`: the pack cannot be submitted without it; `review`: worth a look. */
export type Missing = {
  rank: "required" | "review";
  code:
    | "no_items"
    | "item_without_paper"
    | "item_without_lead"
    | "item_without_presenter"
    | "over_time"
    | "unsure_of_quorum"
    | "guest_without_item";
  itemId: ItemId | null;
  params: Readonly<Record<string, string | number>>;
};

/** An item out of one's sight is here by its number alone. */
export type OwnRecusal = {
  itemId: ItemId;
  number: string;
  degree: RecusalDegree;
  decided: boolean;
  reason: string;
};

export type MeView = {
  personId: PersonId;
  /** how the viewer is in this meeting; null for the office and others not on the list */
  capacity: Capacity | null;
  invitationId: InvitationId | null;
  membershipId: MembershipId | null;
  invitation: Invitation | null;
  presence: Presence | null;
  presides: boolean;
  /** own recorded votes by ballot */
  votes: Readonly<Record<BallotId, OwnVote>>;
  /** open ballots on whose roll the viewer stands */
  onRoll: readonly BallotId[];
  /** of a member: whom one may hand papers over to */
  staff: readonly Named[];
  /** those that one gave, and those that were given to one, in the order in which they were given */
  handovers: readonly HandoverView[];
  /** how far one takes part in items that touch an own interest */
  recusals: readonly OwnRecusal[];
  /** command types this person may give in this meeting */
  can: readonly string[];
};

export type SharedView = {
  meetingId: MeetingId;
  bodyId: BodyId;
  bodyName: Bilingual;
  timeZone: string;
  words: BodyRules["words"];
  info: MeetingInfo;
  phase: Phase;
  revision: { number: number; at: Instant; pages: number } | null;
  seats: readonly SeatView[];
  guests: readonly GuestView[];
  presiding: PersonId | null;
  quorum: Quorum;
  items: readonly ItemView[];
  ballots: readonly BallotView[];
  office: OfficeView | null;
};

/** `audience` names the viewers of this sight: with `seq` it says precisely which view is held. */
export type MeetingView = { seq: number; audience: string; shared: SharedView; me: MeView };

/**
 * What decides which shared part a viewer gets; viewers with equal sight form one audience.
 * null = the meeting is not there for this viewer.
 */
export type Sight = {
  /** sees the working copy, the attendance sheet, and what is missing */
  office: boolean;
  /** sees who has answered, and results before declaration */
  runs: boolean;
  /** follows the sitting itself: who sits where, who is there, what becomes of items */
  room: boolean;
  /** items seen whole; titles of the others are not sent */
  items: "all" | readonly ItemId[];
  /** items of which nothing is seen, by a recusal, whatever else would show them */
  without: readonly ItemId[];
  /** single papers seen beside these, by a hand-over, with the name of the item they stand on */
  papers: readonly DocumentId[];
};

/** Who is asked to a meeting and who is there: two machines, never one. */
import { z } from "zod";
import type { InvitationId, ItemId, MembershipId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";

export const Capacity = z.enum(["member", "substitute", "rapporteur", "invitee", "observer"]);
export type Capacity = z.infer<typeof Capacity>;

export type Invitation =
  | { state: "not_sent" }
  | { state: "sent"; at: Instant }
  | { state: "confirmed"; at: Instant }
  | { state: "absence_requested"; at: Instant; reason: string }
  | { state: "absence_granted"; at: Instant; reason: string }
  | { state: "absence_refused"; at: Instant; reason: string }
  | { state: "substitute_named"; at: Instant; reason: string; substitute: InvitationId };

export const Whereabouts = z.enum(["room", "remote", "away", "left"]);
export type Whereabouts = z.infer<typeof Whereabouts>;

export type Presence = { state: "expected" } | { state: Whereabouts; at: Instant };

export type Participant = {
  invitationId: InvitationId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  capacity: Capacity;
  /** the seat, for a member; the seat stood for, for a substitute */
  membershipId: MembershipId | null;
  /** the items a guest is asked for; `all` for members and their substitutes */
  items: "all" | readonly ItemId[];
  invitation: Invitation;
  presence: Presence;
};

export type AttendanceState = {
  participants: Readonly<Record<InvitationId, Participant>>;
};

export type Quorum = {
  /** seats that count */
  total: number;
  present: number;
  required: number;
  quorate: boolean;
};

/**
 * What everybody who sees a meeting knows of who is there. Reasons of absence are not part of it;
 * they are on the office's attendance sheet.
 */
import type { InvitationId, MembershipId, PersonId } from "../ids";
import type { Bilingual } from "../text";
import type { Capacity, Invitation, Presence } from "./participant";

export type SeatView = {
  membershipId: MembershipId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  order: number;
  agencyCode: string | null;
  head: boolean;
  votingRight: boolean;
  /** invitation state without its reason */
  invitation: Invitation["state"];
  presence: Presence;
  /** who sits for the member today */
  substitute: { personId: PersonId; name: string; title: Bilingual; presence: Presence } | null;
};

export type GuestView = {
  invitationId: InvitationId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  capacity: Exclude<Capacity, "member" | "substitute">;
  presence: Presence;
};

import type { InvitationId, ItemId, MembershipId, PersonId } from "../ids";
import type { Bilingual } from "../text";
import type { Capacity, Whereabouts } from "./participant";

type Asked = {
  invitationId: InvitationId;
  personId: PersonId;
  name: string;
  title: Bilingual;
  capacity: Capacity;
  membershipId: MembershipId | null;
  items: "all" | readonly ItemId[];
};

export type AttendanceEvent =
  | ({ type: "invitation.added" } & Asked)
  | { type: "invitation.removed"; invitationId: InvitationId }
  /** by publication: all who were not asked yet */
  | { type: "invitation.sent"; invitationIds: readonly InvitationId[] }
  | { type: "invitation.confirmed"; invitationId: InvitationId }
  | { type: "invitation.absence_requested"; invitationId: InvitationId; sealed: { reason: string } }
  | { type: "invitation.absence_granted"; invitationId: InvitationId }
  | { type: "invitation.absence_refused"; invitationId: InvitationId; sealed: { reason: string } }
  | {
      type: "invitation.substitute_named";
      invitationId: InvitationId;
      substitute: Asked;
      sealed: { reason: string };
    }
  | {
      type: "presence.recorded";
      invitationId: InvitationId;
      where: Whereabouts;
      by: "self" | "secretariat";
    };

/**
 * What a person may lean on in one meeting. Every noun's `permissions.ts` is a map from command type
 * to a sentence over these rights, and nothing else decides what a person may do.
 */
import type { GrantableRole, SeatRole } from "./body";

export type Rights = {
  roles: ReadonlySet<SeatRole | GrantableRole>;
  /** presides over the meeting, or over the item that is current */
  presides: boolean;
  capacity: "member" | "substitute" | "rapporteur" | "invitee" | "observer" | null;
  votingRight: boolean;
};

export type Permission = (rights: Rights) => boolean;

/** The desk of the secretariat: it prepares the pack and keeps the attendance sheet. */
export const isSecretariat: Permission = ({ roles }) =>
  roles.has("secretary") || roles.has("office_lead");

export const leadsOffice: Permission = ({ roles }) => roles.has("office_lead");

export const headsBody: Permission = ({ roles }) => roles.has("chair");

export const presides: Permission = (rights) => rights.presides;

export const either =
  (...permissions: readonly Permission[]): Permission =>
  (rights) =>
    permissions.some((permission) => permission(rights));

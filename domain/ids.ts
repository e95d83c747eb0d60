import { z } from "zod";

/** Every identifier is a lower-case UUID made by whoever creates the thing, branded by what it names. */
const id = () => z.uuid().toLowerCase();

export const PersonId = id().brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;
export const BodyId = id().brand<"BodyId">();
export type BodyId = z.infer<typeof BodyId>;
export const AgencyId = id().brand<"AgencyId">();
export type AgencyId = z.infer<typeof AgencyId>;
export const MembershipId = id().brand<"MembershipId">();
export type MembershipId = z.infer<typeof MembershipId>;
export const GrantId = id().brand<"GrantId">();
export type GrantId = z.infer<typeof GrantId>;
export const MeetingId = id().brand<"MeetingId">();
export type MeetingId = z.infer<typeof MeetingId>;
export const ItemId = id().brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;
export const DocumentId = id().brand<"DocumentId">();
export type DocumentId = z.infer<typeof DocumentId>;
export const VersionId = id().brand<"VersionId">();
export type VersionId = z.infer<typeof VersionId>;
export const InvitationId = id().brand<"InvitationId">();
export type InvitationId = z.infer<typeof InvitationId>;
export const HandoverId = id().brand<"HandoverId">();
export type HandoverId = z.infer<typeof HandoverId>;
export const BallotId = id().brand<"BallotId">();
export type BallotId = z.infer<typeof BallotId>;
export const CommandId = id().brand<"CommandId">();
export type CommandId = z.infer<typeof CommandId>;
export const DeviceId = id().brand<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;

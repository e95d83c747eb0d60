/** A device that keeps papers, as the server knows it, and what it is told when it connects. */
import { z } from "zod";
import { type DeviceId, MeetingId, type PersonId } from "../ids";
import { Instant, text } from "../text";

/** Why what a device keeps was withdrawn; for good (DV9). */
export const Withdrawal = z.enum(["lost", "signed_out", "unknown"]);
export type Withdrawal = z.infer<typeof Withdrawal>;

export type Device = {
  deviceId: DeviceId;
  owner: PersonId;
  ownerName: string;
  /** as its person called it: "Máy tính bảng BTP-07" */
  name: string;
  registeredAt: Instant;
  seenAt: Instant;
  withdrawn: {
    because: Withdrawal;
    at: Instant /** the device has connected since and heard of it */;
    told: boolean;
  } | null;
};

/** A new device gives itself its name and its secret, which proves later that it is the same. */
export const Registration = z.strictObject({
  name: text(60),
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type Registration = z.infer<typeof Registration>;

/** What a device says when it connects, signed in or not. */
export const Contact = z.strictObject({
  secret: z.string().max(100),
  /** the packs it keeps */
  meetings: z.array(MeetingId).max(200),
});
export type Contact = z.infer<typeof Contact>;

/** What it is told. `renewed`: the lease began anew, because its person is signed in there. */
export const ContactAnswer = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("kept"),
    at: Instant,
    renewed: z.boolean(),
    /** packs that leave the device now: no right any more, or their time is over */
    gone: z.array(MeetingId),
  }),
  z.object({ state: z.literal("withdrawn"), because: Withdrawal }),
]);
export type ContactAnswer = z.infer<typeof ContactAnswer>;

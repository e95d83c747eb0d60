/** Devices that keep papers: registered, heard from, taken back. */
import { createHash, timingSafeEqual } from "node:crypto";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db";
import { device } from "../../db/schema/devices";
import { person } from "../../db/schema/people";
import {
  type Contact,
  type ContactAnswer,
  type Device,
  type DeviceAsker,
  keepUntil,
  mayRenew,
  mayReportLost,
  maySeeAllDevices,
  type OfflinePack,
  offlinePackOf,
  type Registration,
} from "../../domain/devices";
import { DeviceId, type MeetingId, PersonId } from "../../domain/ids";
import { type Instant, instantOf } from "../../domain/text";
import type { meetingReads } from "../meetings/reads";
import type { Session } from "../sessions";

export type Devices = {
  /** What of a meeting may lie on this person's device; null: not there, not theirs, or not published. */
  offlinePack(meetingId: MeetingId, personId: PersonId): Promise<OfflinePack | null>;
  /** False when that id is taken. Durable when it resolves. */
  register(deviceId: DeviceId, registration: Registration, session: Session): Promise<boolean>;
  /** What the device is to do now; renews its lease when its person is signed in there. */
  contact(deviceId: DeviceId, contact: Contact, session: Session | null): Promise<ContactAnswer>;
  /** The last seen first, those withdrawn last. */
  ofPerson(personId: PersonId): Promise<Device[]>;
  /** Null for who may not ask. */
  all(asker: DeviceAsker): Promise<Device[] | null>;
  /** False: not there, or not theirs to report. */
  reportLost(deviceId: DeviceId, asker: DeviceAsker): Promise<boolean>;
  /** The person ended these sessions; what the devices in them keep goes with them. */
  signedOut(personId: PersonId, sessionIds: readonly string[]): Promise<void>;
};

const unknown: ContactAnswer = { state: "withdrawn", because: "unknown" };

export function openDevices(
  { drizzle }: Pick<Database, "drizzle">,
  { sightOn, meetingView }: Pick<ReturnType<typeof meetingReads>, "sightOn" | "meetingView">,
): Devices {
  const columns = {
    deviceId: device.deviceId,
    owner: device.personId,
    ownerName: person.name,
    name: device.name,
    registeredAt: device.registeredAt,
    seenAt: device.seenAt,
    because: device.withdrawnBecause,
    withdrawnAt: device.withdrawnAt,
    toldAt: device.toldAt,
  };
  const select = () =>
    drizzle.select(columns).from(device).innerJoin(person, eq(person.personId, device.personId));
  const order = [sql`${device.withdrawnAt} is not null`, desc(device.seenAt)] as const;

  /** DV10 */
  const isGone = async (meetingId: MeetingId, personId: PersonId, at: Instant) => {
    const [view, found] = await Promise.all([
      meetingView(meetingId, personId),
      sightOn(meetingId, personId),
    ]);
    if (view === null || found === null || view.shared.revision === null) return true;
    const until = keepUntil(found.state.rules, view);
    return until !== null && until <= at;
  };

  return {
    async offlinePack(meetingId, personId) {
      const [view, found] = await Promise.all([
        meetingView(meetingId, personId),
        sightOn(meetingId, personId),
      ]);
      if (view === null || found === null) return null;
      return offlinePackOf(found.state.rules, view, found.sight.papers);
    },

    async register(deviceId, { name, secret }, { personId, sessionId }) {
      const made = await drizzle
        .insert(device)
        .values({ deviceId, personId, name, secretHash: hashOf(secret), sessionId })
        .onConflictDoNothing()
        .returning({ deviceId: device.deviceId });
      return made.length === 1;
    },

    async contact(deviceId, { secret, meetings }, session) {
      const [row] = await drizzle
        .select({
          owner: device.personId,
          secretHash: device.secretHash,
          because: device.withdrawnBecause,
          toldAt: device.toldAt,
          at: sql<string>`now()`,
        })
        .from(device)
        .where(eq(device.deviceId, deviceId));
      if (row === undefined || !isSame(row.secretHash, hashOf(secret))) return unknown;
      if (row.because !== null) {
        if (row.toldAt === null) {
          await drizzle
            .update(device)
            .set({ toldAt: sql`now()` })
            .where(eq(device.deviceId, deviceId));
        }
        return { state: "withdrawn", because: row.because };
      }
      const owner = PersonId.parse(row.owner);
      const renewed = session !== null && mayRenew(session.personId, owner);
      // Withdrawn meanwhile: the next contact says so.
      await drizzle
        .update(device)
        .set({ seenAt: sql`now()`, ...(renewed && { sessionId: session.sessionId }) })
        .where(and(eq(device.deviceId, deviceId), isNull(device.withdrawnAt)));
      const at = instantOf(new Date(row.at));
      const gone: MeetingId[] = [];
      for (const meetingId of meetings) {
        if (await isGone(meetingId, owner, at)) gone.push(meetingId);
      }
      return { state: "kept", at, renewed, gone };
    },

    async ofPerson(personId) {
      const rows = await select()
        .where(eq(device.personId, personId))
        .orderBy(...order);
      return rows.map(deviceOf);
    },

    async all(asker) {
      if (!maySeeAllDevices(asker)) return null;
      const rows = await select()
        .orderBy(...order)
        .limit(1_000);
      return rows.map(deviceOf);
    },

    async reportLost(deviceId, asker) {
      const [row] = await drizzle
        .select({ owner: device.personId })
        .from(device)
        .where(eq(device.deviceId, deviceId));
      if (row === undefined || !mayReportLost(asker, PersonId.parse(row.owner))) return false;
      // Signed out before: it is lost now, and may not have heard of the other.
      await drizzle
        .update(device)
        .set({
          withdrawnBecause: "lost",
          withdrawnAt: sql`coalesce(${device.withdrawnAt}, now())`,
          withdrawnBy: asker.personId,
        })
        .where(eq(device.deviceId, deviceId));
      return true;
    },

    async signedOut(personId, sessionIds) {
      if (sessionIds.length === 0) return;
      await drizzle
        .update(device)
        .set({ withdrawnBecause: "signed_out", withdrawnAt: sql`now()` })
        .where(
          and(
            eq(device.personId, personId),
            inArray(device.sessionId, [...sessionIds]),
            isNull(device.withdrawnAt),
          ),
        );
    },
  };
}

type Row = {
  deviceId: string;
  owner: string;
  ownerName: string;
  name: string;
  registeredAt: string;
  seenAt: string;
  because: "lost" | "signed_out" | null;
  withdrawnAt: string | null;
  toldAt: string | null;
};

function deviceOf(row: Row): Device {
  const { because, withdrawnAt, toldAt } = row;
  return {
    deviceId: DeviceId.parse(row.deviceId),
    owner: PersonId.parse(row.owner),
    ownerName: row.ownerName,
    name: row.name,
    registeredAt: timeOf(row.registeredAt),
    seenAt: timeOf(row.seenAt),
    withdrawn:
      because === null || withdrawnAt === null
        ? null
        : { because, at: timeOf(withdrawnAt), told: toldAt !== null },
  };
}

const timeOf = (text: string): Instant => instantOf(new Date(text));

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

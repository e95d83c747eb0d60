/** The tables of the vault: what this device keeps, all but counts and times of it encrypted. */
import type { DBSchema } from "idb";
import type { OfflineFile } from "../../domain/devices";
import type { DeviceId, DocumentId, MeetingId, PersonId, VersionId } from "../../domain/ids";
import { deviceDatabase } from "./device-database.client";

export type Bytes = Uint8Array<ArrayBuffer>;
export type Sealed = { nonce: Bytes; sealed: ArrayBuffer };

/** The device and its person, as they were registered; names only. */
export type DeviceRecord = {
  deviceId: DeviceId;
  /** proves to the server that it is the same device */
  secret: string;
  name: string;
  personId: PersonId;
  personName: string;
};

/** A way in: the private key, sealed by what a person knows or holds. */
export type Door = Sealed &
  (
    | { kind: "pin"; salt: Bytes; iterations: number }
    | { kind: "passkey"; credentialId: Bytes; salt: Bytes }
  );

export type LockRecord = {
  /** seals what is put in, also while the vault is locked */
  publicKey: CryptoKey;
  doors: Door[];
  /** wrong PINs since the last right one; counted before each try, so that ending the tab forgets none */
  failures: number;
  /** no try before this time (trusted, ms) */
  notBeforeMs: number;
};

export type ClockRecord = { highestMs: number; renewedMs: number | null; contactMs: number | null };

/** One encrypted thing and its pieces: a version of a paper, the marks on a paper, or the view of a pack. */
export type ParcelRecord = {
  /** new for every download, as is its key */
  parcelId: string;
  meetingId: MeetingId;
  /** null: no version of a paper */
  versionId: VersionId | null;
  /** the marks on this paper, as they were at that time; of several the newest counts */
  marks?: MarksLabel;
  /** what all its pieces are bound to: document and hash of the bytes */
  bound: string;
  wrappedKey: ArrayBuffer;
  /** the key itself while pieces are still added; gone when it is complete */
  openKey: CryptoKey | null;
  /** by name: "" the bytes, "text", "pages/3/thumbnail.webp" … */
  parts: Record<string, Part>;
};

export type MarksLabel = {
  documentId: DocumentId;
  /** when they were equal with the server's, ms by this device's clock */
  atMs: number;
  /** the server's sign of what they were then; null: brought by a page that had the paper open */
  sign: string | null;
};

export type Part = {
  /** its place among the parts: with the chunk's number it makes the nonce */
  number: number;
  chunks: number;
  sizeBytes: number;
  contentType: string;
};

export type PackRecord = {
  meetingId: MeetingId;
  personId: PersonId;
  state: "loading" | "paused" | "ready";
  /** the publication it is made of, and the one that is being fetched */
  revision: number;
  /** title and times, for the list: sealed by the device's key, so that a list needs no PIN */
  title: Sealed;
  /** its parcel */
  viewId: string | null;
  files: readonly OfflineFile[];
  leaseDays: number;
  keepUntilMs: number | null;
  pages: number;
  sizeBytes: number;
  /** how much of the way is done, of how much: bytes, and a weight for each picture */
  done: number;
  steps: number;
  updatedMs: number;
};

interface VaultSchema extends DBSchema {
  one: {
    key: "device" | "deviceKey" | "lock" | "clock";
    value: DeviceRecord | CryptoKey | LockRecord | ClockRecord;
  };
  pack: { key: MeetingId; value: PackRecord };
  parcel: {
    key: string;
    value: ParcelRecord;
    indexes: { byMeeting: MeetingId; byVersion: VersionId };
  };
  chunk: { key: [parcelId: string, part: number, chunk: number]; value: ArrayBuffer };
}

export const vault = deviceDatabase<VaultSchema>("e-cabinet-vault", 1, (opened) => {
  opened.createObjectStore("one");
  opened.createObjectStore("pack", { keyPath: "meetingId" });
  const parcels = opened.createObjectStore("parcel", { keyPath: "parcelId" });
  parcels.createIndex("byMeeting", "meetingId");
  parcels.createIndex("byVersion", "versionId");
  opened.createObjectStore("chunk");
});

/** Whether anything on this device can be read without the network. */
export async function hasReadyPacks(): Promise<boolean> {
  try {
    const packs = await vault.run((opened) => opened.getAll("pack"));
    return packs.some(({ viewId }) => viewId !== null);
  } catch {
    // A device that keeps nothing: private browsing of some browsers.
    return false;
  }
}

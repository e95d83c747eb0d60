/** This device before the server: registered, heard from, taken back. */
import { ContactAnswer, isLeased } from "../../domain/devices";
import { DeviceId, MeetingId, type PersonId } from "../../domain/ids";
import { lockVault } from "./open-vault.client";
import { allPacks, removePack, tellPacks } from "./packs.client";
import { destroySealedLogs } from "./sealed-log.client";
import { type Fate, recordFate, setMarker, wasThere } from "./traces.client";
import { vault } from "./vault-database.client";
import { makeLock, randomBytes } from "./vault-lock.client";
import { recordOf, seenTime, setRecord } from "./vault-records.client";

/**
 * Registers this device for the one who is signed in, and makes the vault with its PIN.
 * @throws when the server does not take it; then there is no vault either
 */
export async function registerDevice(
  person: { personId: PersonId; name: string },
  name: string,
  pin: string,
): Promise<void> {
  const deviceId = DeviceId.parse(crypto.randomUUID());
  const secret = base64url(randomBytes(32));
  await makeLock(pin);
  const answer = await fetch(`/devices/${deviceId}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, secret }),
  }).catch(() => null);
  if (answer?.ok !== true) {
    await vault.destroy();
    throw new Error(`The device was not registered: ${answer?.status ?? "no answer"}.`);
  }
  const { personId } = person;
  await setRecord("device", { deviceId, secret, name, personId, personName: person.name });
  setMarker(deviceId);
  await contactServer();
}

/** "dropped": there was one, and the browser deleted it. */
export async function vaultState(): Promise<"none" | "dropped" | "there"> {
  const device = await recordOf("device");
  if (device !== null) return "there";
  return wasThere() ? "dropped" : "none";
}

/** Asks the server what this device is to do, and does it. False: it could not be reached. */
export async function contactServer(): Promise<boolean> {
  const device = await recordOf("device");
  if (device === null) return isServerThere();
  const packs = await allPacks();
  const answer = await fetch(`/devices/${device.deviceId}/contact`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      secret: device.secret,
      meetings: packs.map(({ meetingId }) => meetingId),
    }),
  }).catch(() => null);
  if (answer?.ok !== true) return false;
  const heard = ContactAnswer.safeParse(await answer.json().catch(() => null));
  // Some gate between here and there answered in the server's place.
  if (!heard.success) return false;
  if (heard.data.state === "withdrawn") {
    await withdraw(heard.data.because);
    return true;
  }
  const { at, renewed, gone } = heard.data;
  const atMs = Date.parse(at);
  const { highestMs, renewedMs } = await seenTime();
  // The server's word ends a clock that ran ahead; only it may.
  const time = { highestMs: atMs, renewedMs: renewed ? atMs : renewedMs, contactMs: atMs };
  await setRecord("clock", renewed ? time : { ...time, highestMs: Math.max(highestMs, atMs) });
  for (const { meetingId, leaseDays, keepUntilMs } of packs) {
    const isOver = keepUntilMs !== null && keepUntilMs <= atMs;
    const isRight = !gone.includes(MeetingId.parse(meetingId));
    if (!isRight || isOver || !isLeased(time, leaseDays, atMs)) await removePack(meetingId);
  }
  tellPacks();
  return true;
}

async function isServerThere(): Promise<boolean> {
  const answer = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
  return answer?.ok === true;
}

/** The keys first, then all the rest. What waits unsent goes too where the device is in wrong hands. */
export async function withdraw(because: Fate["because"]): Promise<void> {
  lockVault();
  recordFate(because);
  await vault.run((opened) => opened.clear("one"));
  await vault.destroy();
  if (because === "lost") await destroySealedLogs();
  tellPacks();
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=/g, "");
}

/** The vault's single records, typed by their names. */
import {
  type ClockRecord,
  type DeviceRecord,
  type LockRecord,
  vault,
} from "./vault-database.client";

type Records = {
  device: DeviceRecord;
  deviceKey: CryptoKey;
  lock: LockRecord;
  clock: ClockRecord;
};

export function recordOf<Name extends keyof Records>(name: Name): Promise<Records[Name] | null>;
export async function recordOf(name: keyof Records): Promise<Records[keyof Records] | null> {
  return (await vault.run((opened) => opened.get("one", name))) ?? null;
}

export async function setRecord<Name extends keyof Records>(
  name: Name,
  value: Records[Name],
): Promise<void> {
  await vault.run((opened) => opened.put("one", value, name));
}

const timeAtFirst: ClockRecord = { highestMs: 0, renewedMs: null, contactMs: null };

/** What this device has seen of time; the device's own clock counts as seen (DV6). */
export async function seenTime(): Promise<ClockRecord> {
  const held = (await recordOf("clock")) ?? timeAtFirst;
  const seen = { ...held, highestMs: Math.max(held.highestMs, Date.now()) };
  if (seen.highestMs - held.highestMs > 60_000) await setRecord("clock", seen);
  return seen;
}

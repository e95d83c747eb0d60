/** What is left in the browser beside the vault: that there is one, and why one is not any more. */
import type { Withdrawal } from "../../domain/devices";
import type { DeviceId } from "../../domain/ids";

const marker = "e-cabinet.kept";
/** Set by the server at registration: browsers delete what scripts keep, and a server's cookies later. */
const cookie = "kept_on_device";

/** What became of a vault that is not there any more. */
export type Fate = { because: Withdrawal | "tries" | "lease"; atMs: number };
const fateKey = "e-cabinet.withdrawn";

/** Whether a vault was made here; cheap, for every page. */
export const hasMarker = (): boolean => localStorage.getItem(marker) !== null;

export function setMarker(deviceId: DeviceId): void {
  localStorage.setItem(marker, deviceId);
  localStorage.removeItem(fateKey);
}

export const wasThere = (): boolean =>
  hasMarker() || document.cookie.split("; ").some((one) => one.startsWith(`${cookie}=`));

export function recordFate(because: Fate["because"]): void {
  const fate: Fate = { because, atMs: Date.now() };
  localStorage.setItem(fateKey, JSON.stringify(fate));
  localStorage.removeItem(marker);
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in Safari; nothing else reads it
  document.cookie = `${cookie}=; Path=/; Max-Age=0`;
}

export function fateOfVault(): Fate | null {
  const text = localStorage.getItem(fateKey);
  return text === null ? null : (JSON.parse(text) satisfies Fate);
}

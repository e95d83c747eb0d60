/**
 * What every page does on a device that keeps papers: its worker is renewed, the server is asked what to do, and
 * broken-off downloads go on.
 */
import { answerWorker } from "./answer-worker.client";
import { contactServer } from "./device.client";
import { continueDownloads } from "./downloads.client";
import { hasMarker } from "./traces.client";
import { recordOf, seenTime } from "./vault-records.client";
import { shellAddress, type ToWorker, workerAddress } from "./worker-messages";

const everyMs = 15 * 60_000;
const looksKey = "e-cabinet.shell-looks";

let started = false;

/** Once for a tab, at its start or when its person begins to keep something. */
export function startWork(): void {
  if (started) return;
  started = true;
  answerWorker();
  void keepWorker();
  const meet = () => void meetServer();
  meet();
  window.addEventListener("online", meet);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") meet();
  });
  setInterval(meet, everyMs);
}

async function meetServer(): Promise<void> {
  if (!hasMarker()) return;
  if (!(await contactServer()) || !hasMarker()) return;
  const [device, time] = await Promise.all([recordOf("device"), seenTime()]);
  const isOwnSession = time.renewedMs !== null && time.renewedMs === time.contactMs;
  if (device === null || !isOwnSession) return;
  // Marks leave first, so that the copies that come are with them.
  const { sendLeft } = await import("../marks/sync/left-marks.client");
  await sendLeft(device.personId);
  await continueDownloads();
}

/** Installs the worker, or asks for a newer one. Resolves when one is at work. */
async function keepWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register(workerAddress, {
    updateViaCache: "none",
  });
  await navigator.serviceWorker.ready;
  const tell = (message: ToWorker, to: ServiceWorker | null) => to?.postMessage(message);
  tell({ type: "take_over_when_free" }, registration.waiting);
  const { lang, dataset } = document.documentElement;
  const looks = JSON.stringify([lang, dataset.theme, dataset.contrast, dataset.text]);
  // The kept page speaks and looks as the others do now.
  if (location.pathname !== shellAddress && localStorage.getItem(looksKey) !== looks) {
    localStorage.setItem(looksKey, looks);
    tell({ type: "renew_shell" }, registration.active);
  }
}

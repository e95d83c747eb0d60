/**
 * A page's data by the server, or from this device where the network is gone. The server's answer always wins: a
 * refusal, a page that is not there, a redirect to sign-in are answers.
 */
import { redirect } from "@remix-run/react";
import { readFromDevice } from "./read-from-device.client";
import { hasMarker } from "./traces.client";
import { shellAddress } from "./worker-messages";

/** A line that says nothing for so long is none, for somebody whose papers lie on the device. */
const patienceMs = 3_000;

class NoAnswer extends Error {}

/** @param kept what this device has instead; null leads to the page that says what it has */
export async function orFromDevice<Data>(
  serverLoader: () => Promise<Data>,
  kept: () => Promise<Data | null>,
  request: Request,
): Promise<Data> {
  try {
    const data = await inTime(serverLoader());
    readFromDevice(false);
    return data;
  } catch (error) {
    if (!isLineLost(error) || !(await isServerGone())) throw error;
    const own = await kept();
    if (own !== null) {
      readFromDevice(true);
      return own;
    }
    const { pathname, search } = new URL(request.url);
    throw redirect(`${shellAddress}?to=${encodeURIComponent(pathname + search)}`);
  }
}

async function inTime<Data>(answer: Promise<Data>): Promise<Data> {
  // It may fail while the question below is still open; whoever waits hears of it then.
  answer.catch(() => undefined);
  // What is kept and how is fetched only where something is.
  if (!hasMarker()) return answer;
  const { hasReadyPacks } = await import("./vault-database.client");
  if (!(await hasReadyPacks())) return answer;
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new NoAnswer()), patienceMs)),
  ]);
}

/** How the framework says that its request found no server: whatever the browser's own fetch threw. */
function isLineLost(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof Error && !("status" in error));
}

/** A fault of the page itself is not the network's; a server that answers at all is there. */
async function isServerGone(): Promise<boolean> {
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch("/health/live", { cache: "no-store", signal }).catch(() => null);
  return answer === null || !answer.ok;
}

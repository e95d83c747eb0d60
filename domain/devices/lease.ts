/** How long what a device keeps may be opened without the server. Pure: the clock comes in. */

const dayMs = 24 * 3_600_000;

/** What a device remembers of time, all in ms since 1970. */
export type SeenTime = {
  /** the highest time ever seen, from the server or the device's own clock */
  highestMs: number;
  /** the server's time at the last contact that renewed the lease; null: never */
  renewedMs: number | null;
};

/** DV6: a clock that was put back does not lengthen a lease; it stands still instead. */
export function trustedNow(seen: SeenTime, deviceClockMs: number): number {
  return Math.max(seen.highestMs, deviceClockMs);
}

/** When a pack of that many lease days can no longer be opened; null: it was never leased. */
export function leaseEnd(seen: SeenTime, leaseDays: number): number | null {
  return seen.renewedMs === null ? null : seen.renewedMs + leaseDays * dayMs;
}

/** Whether it may be opened at this moment. */
export function isLeased(seen: SeenTime, leaseDays: number, deviceClockMs: number): boolean {
  const end = leaseEnd(seen, leaseDays);
  return end !== null && trustedNow(seen, deviceClockMs) < end;
}

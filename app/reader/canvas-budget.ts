/**
 * How much canvas the reader may hold, what is being painted included: tablets kill a page that holds too much of it,
 * and do not say so.
 */

export const maxLivePages = 3;
export const totalBytes = 96 * 1024 * 1024;
const maxPixels = 8_000_000;
const maxSide = 4_096;
const maxDensity = 2;
export const bytesPerPixel = 4;

/** Device pixels per CSS pixel for a page of this size, so that `live` such pages stay in the budget. */
export function densityFor(
  box: { width: number; height: number },
  live: number,
  deviceDensity: number,
): number {
  const pixels = Math.min(maxPixels, totalBytes / bytesPerPixel / Math.max(maxLivePages, live));
  return Math.min(
    maxDensity,
    deviceDensity,
    maxSide / box.width,
    maxSide / box.height,
    Math.sqrt(pixels / (box.width * box.height)),
  );
}

/** Which pages are painted, the most wanted first: what is seen, then the neighbours in reading direction. */
export function livePages(seen: { first: number; last: number }, pages: number): number[] {
  const live: number[] = [];
  for (let page = seen.first; page <= seen.last; page += 1) live.push(page);
  for (const neighbour of [seen.last + 1, seen.first - 1]) {
    if (live.length < maxLivePages && neighbour >= 1 && neighbour <= pages) live.push(neighbour);
  }
  return live;
}

/** Work that nobody waits for, done in moments in which the page's thread has nothing else to do, one piece a frame. */

/** A piece that found no such moment is done all the same. */
const latestMs = 500;

type Piece = { due: number; work: () => void };

const waiting: Piece[] = [];
let isLooking = false;

/**
 * @param restMs what is called off within this time was never worth doing
 * @returns calls it off
 */
export function whenQuiet(restMs: number, work: () => void): () => void {
  const piece = { due: performance.now() + restMs, work };
  waiting.push(piece);
  look();
  return () => {
    const at = waiting.indexOf(piece);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function look(): void {
  const [first] = waiting;
  if (isLooking || first === undefined) return;
  isLooking = true;
  setTimeout(() => quietly(next), first.due - performance.now());
}

function next(): void {
  const [first] = waiting;
  if (first !== undefined && first.due <= performance.now()) {
    waiting.shift();
    first.work();
  }
  // What the work changed is laid out with the next frame; two of them in one would be a long one.
  requestAnimationFrame(() => {
    isLooking = false;
    look();
  });
}

/** Safari has no name for such moments. */
function quietly(work: () => void): void {
  if (typeof requestIdleCallback === "undefined") setTimeout(work);
  else requestIdleCallback(work, { timeout: latestMs });
}

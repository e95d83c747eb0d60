/**
 * Searches share their thread with everything else the server does, and words that stand on every page cost half a
 * second of it. So few go at a time, the others wait, and each gives way every few milliseconds: a vote is not kept
 * waiting by who looks for *nghị định*.
 */

/** Measured over 2,000 pages: one answer takes as long either way, and what waits meanwhile waits for one slice. */
const sliceMs = 4;

/** Each holds the pages it looks through. */
const atATime = 2;

/** Resolves at once, or after what has waited for the thread, when the slice is used up. */
export type GiveWay = () => Promise<void> | undefined;

export type Turns = <T>(work: (giveWay: GiveWay) => Promise<T>) => Promise<T>;

export function takingTurns(): Turns {
  const waiting: (() => void)[] = [];
  let under = 0;
  return async (work) => {
    if (under >= atATime) await new Promise<void>((resolve) => waiting.push(resolve));
    else under += 1;
    try {
      return await work(slices());
    } finally {
      // the place is handed on, so nobody who comes now gets in between
      const next = waiting.shift();
      if (next === undefined) under -= 1;
      else next();
    }
  };
}

function slices(): GiveWay {
  let until = performance.now() + sliceMs;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      until = performance.now() + sliceMs;
    });
  };
}

/** Numbers and picks that are the same in every run: seeded, and never the same pick twice in a row. */

export type Random = () => number;

export function seeded(seed: string): Random {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Endless draws without replacement: everything once before anything twice. */
export function bagOf<T>(items: readonly T[], random: Random): () => T {
  let left: T[] = [];
  let previous: T | undefined;
  return () => {
    if (left.length === 0) {
      left = [...items];
      for (let index = left.length - 1; index > 0; index -= 1) {
        const other = Math.floor(random() * (index + 1));
        const here = left[index];
        const there = left[other];
        if (here !== undefined && there !== undefined) [left[index], left[other]] = [there, here];
      }
      if (left.length > 1 && left.at(-1) === previous) left.unshift(...left.splice(-1));
    }
    const item = left.pop();
    if (item === undefined) throw new Error("a bag must hold something");
    previous = item;
    return item;
  };
}

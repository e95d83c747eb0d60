/** Chance that repeats itself: the same seed, the same pairs. */
export type Random = {
  /** 0 ≤ n < limit */
  below(limit: number): number;
  /** 0 ≤ x < 1 */
  share(): number;
  of<T>(list: readonly T[]): T;
};

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    share,
    below: (limit) => Math.floor(share() * limit),
    of(list) {
      const chosen = list[Math.floor(share() * list.length)];
      if (chosen === undefined) throw new Error("Nothing to choose from.");
      return chosen;
    },
  };
}

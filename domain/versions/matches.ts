/** Where the same words stand in two sequences, proven by a run of words that each has only once. */

/** `length` words from `from` in the older sequence are those from `to` in the newer. */
export type Match = { from: number; to: number; length: number };

/** Words, `end` excluded. */
export type WordRange = { first: number; end: number };

export type Ids = Int32Array;
/** A part of both sequences: words `from`…`fromEnd` of the older, `to`…`toEnd` of the newer, ends excluded. */
export type Part = { from: number; fromEnd: number; to: number; toEnd: number };

/**
 * Every longest match in a part that contains `width` words which occur only once on each side. In the order of
 * the older sequence; they may cross each other and overlap. Linear in the size of the part.
 */
export function uniqueMatches(older: Ids, newer: Ids, part: Part, width: number): Match[] {
  const inNewer = onceOnly(newer, part.to, part.toEnd, width);
  const inOlder = onceOnly(older, part.from, part.fromEnd, width);
  const found: Match[] = [];
  const known = new Set<string>();
  let last: Match | null = null;
  for (const [hash, from] of inOlder) {
    const to = inNewer.get(hash);
    if (from < 0 || to === undefined || to < 0) continue;
    const isKnown: boolean =
      last !== null && from - to === last.from - last.to && from < last.from + last.length;
    if (isKnown || !isSame(older, from, newer, to, width)) continue;
    last = grown(older, newer, part, { from, to, length: width });
    const place = `${last.from} ${last.to}`;
    if (known.has(place)) continue;
    known.add(place);
    found.push(last);
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Where each run of `width` words begins, by its hash; -1 where it occurs more than once. */
export function onceOnly(ids: Ids, start: number, end: number, width: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at + width <= end; at += 1) {
    const hash = hashOf(ids, at, width);
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

export function hashOf(ids: Ids, start: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + width; at += 1) {
    hash = Math.imul(hash ^ (ids[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
  }
  return hash;
}

export function isSame(a: Ids, inA: number, b: Ids, inB: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (a[inA + at] !== b[inB + at]) return false;
  return true;
}

/** As far as the words agree in both directions. */
export function grown(older: Ids, newer: Ids, part: Part, match: Match): Match {
  let { from, to } = match;
  let end = match.from + match.length;
  const shift = match.to - match.from;
  while (from > part.from && to > part.to && older[from - 1] === newer[to - 1]) {
    from -= 1;
    to -= 1;
  }
  while (end < part.fromEnd && end + shift < part.toEnd && older[end] === newer[end + shift]) {
    end += 1;
  }
  return { from, to, length: end - from };
}

/** More crossing matches than this are not weighed against each other: the longest come first. */
const mostWeighed = 3_000;

/**
 * Of matches in the order of the older sequence, those that keep the order of both and hold the most words;
 * where two overlap, the later is shortened.
 */
export function inOrder(matches: readonly Match[]): Match[] {
  const weighed =
    matches.length <= mostWeighed
      ? matches
      : [...matches]
          .sort((a, b) => b.length - a.length)
          .slice(0, mostWeighed)
          .sort((a, b) => a.from - b.from || a.to - b.to);
  const best: { weight: number; before: number }[] = [];
  let last = -1;
  for (const [index, match] of weighed.entries()) {
    let weight = match.length;
    let before = -1;
    for (let other = index - 1; other >= 0; other -= 1) {
      const earlier = weighed[other];
      const sum = best[other];
      if (earlier === undefined || sum === undefined) continue;
      if (earlier.from >= match.from || earlier.to >= match.to) continue;
      const gain = match.length - overlapOf(earlier, match);
      if (gain > 0 && sum.weight + gain > weight) {
        weight = sum.weight + gain;
        before = other;
      }
    }
    best.push({ weight, before });
    if (last === -1 || weight > (best[last]?.weight ?? 0)) last = index;
  }
  const chain: Match[] = [];
  for (let at = last; at !== -1; at = best[at]?.before ?? -1) {
    const match = weighed[at];
    if (match !== undefined) chain.unshift(match);
  }
  return chain.flatMap((match, index) => {
    const earlier = chain[index - 1];
    const cut = earlier === undefined ? 0 : overlapOf(earlier, match);
    if (cut >= match.length) return [];
    return [{ from: match.from + cut, to: match.to + cut, length: match.length - cut }];
  });
}

function overlapOf(earlier: Match, later: Match): number {
  return Math.max(
    0,
    earlier.from + earlier.length - later.from,
    earlier.to + earlier.length - later.to,
  );
}

/** What lies before, between and after matches in the order of both. */
export function gapsOf(matches: readonly Match[], whole: Part): Part[] {
  const gaps: Part[] = [];
  let { from, to } = whole;
  for (const match of matches) {
    gaps.push({ from, fromEnd: match.from, to, toEnd: match.to });
    from = match.from + match.length;
    to = match.to + match.length;
  }
  gaps.push({ from, fromEnd: whole.fromEnd, to, toEnd: whole.toEnd });
  return gaps;
}

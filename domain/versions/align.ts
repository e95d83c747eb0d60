/**
 * Two versions of a paper laid one over the other, word by word. First by runs of words that each version has
 * only once, which also finds passages that changed their order; between them by the shortest edit (npm `diff`).
 * Official prose repeats itself: a match says whether it is `proven`, and where an edit could as well stand
 * elsewhere, so that nobody has to believe what the text does not tell.
 */
import { diffArrays } from "diff";
import type { VersionText } from "../documents";
import {
  gapsOf,
  hashOf,
  type Ids,
  inOrder,
  type Match,
  onceOnly,
  type Part,
  uniqueMatches,
  type WordRange,
} from "./matches";
import { atParagraphs, slides } from "./sliding";
import { Dictionary, type Words, wordsOf } from "./words";

/** A stretch of words that both versions have; as long as it can be. */
export type Block = Match & {
  /** it changed its order among the others */
  moved: boolean;
  /** contains a run of words that either version has only once, numbers not counted */
  proven: boolean;
};

export type Alignment = {
  dictionary: Dictionary;
  from: Words;
  to: Words;
  /** in the order of the older version; disjoint on both sides */
  blocks: readonly Block[];
  /** of the older version: words that may as well belong to another place, because an edit beside them can slide */
  ambiguous: readonly WordRange[];
};

/** A run of this many words that occurs once is proof; shorter ones only serve between two proven places. */
const proof = 8;
const widths = [proof, 4, 2] as const;
const severalRuns = 3;
/** A passage that moved has at least this many words. */
const fewestMoved = 12;
/** Between two moved passages as near as this, the words are compared again. */
const widestInMoved = 200;
/** Edits that the shortest-edit search may find in one gap before it gives up and calls the gap rewritten. */
const mostEdits = 600;

export function align(older: VersionText, newer: VersionText): Alignment {
  const dictionary = new Dictionary();
  const from = wordsOf(older, dictionary);
  const to = wordsOf(newer, dictionary);
  const whole: Part = { from: 0, fromEnd: from.count, to: 0, toEnd: to.count };
  const main = atParagraphs(
    withoutChance(matchesIn(from.ids, to.ids, whole), whole, from),
    from,
    to,
  );
  const moved = movedMatches(from.ids, to.ids, main);
  const isProof = proofs(from, to);
  const blocks = [
    ...main.map((match) => ({ ...match, moved: false, proven: isProof(match) })),
    ...moved.map((match) => ({ ...match, moved: true, proven: isProof(match) })),
  ].sort((a, b) => a.from - b.from);
  return { dictionary, from, to, blocks, ambiguous: slides(from, to, main) };
}

/** The matches of a part in the order of both, joined where they touch. */
function matchesIn(older: Ids, newer: Ids, part: Part): Match[] {
  const found: Match[] = [];
  collect(older, newer, part, found);
  return joined(found.sort((a, b) => a.from - b.from));
}

function collect(older: Ids, newer: Ids, part: Part, found: Match[]): void {
  const inner = { ...part };
  while (
    inner.from < inner.fromEnd &&
    inner.to < inner.toEnd &&
    older[inner.from] === newer[inner.to]
  ) {
    inner.from += 1;
    inner.to += 1;
  }
  if (inner.from > part.from) {
    found.push({ from: part.from, to: part.to, length: inner.from - part.from });
  }
  let same = 0;
  while (
    inner.fromEnd > inner.from &&
    inner.toEnd > inner.to &&
    older[inner.fromEnd - 1] === newer[inner.toEnd - 1]
  ) {
    inner.fromEnd -= 1;
    inner.toEnd -= 1;
    same += 1;
  }
  if (same > 0) found.push({ from: inner.fromEnd, to: inner.toEnd, length: same });
  if (inner.from === inner.fromEnd || inner.to === inner.toEnd) return;
  for (const width of widths) {
    const chain = inOrder(uniqueMatches(older, newer, inner, width));
    if (chain.length === 0) continue;
    for (const gap of gapsOf(chain, inner)) {
      if (gap.fromEnd > gap.from && gap.toEnd > gap.to) collect(older, newer, gap, found);
    }
    found.push(...chain);
    return;
  }
  shortestEdit(older, newer, inner, found);
}

function shortestEdit(older: Ids, newer: Ids, part: Part, found: Match[]): void {
  const changes = diffArrays(
    Array.from(older.subarray(part.from, part.fromEnd)),
    Array.from(newer.subarray(part.to, part.toEnd)),
    { maxEditLength: mostEdits },
  );
  let { from, to } = part;
  for (const { added, removed, value } of changes ?? []) {
    if (added) to += value.length;
    else if (removed) from += value.length;
    else {
      found.push({ from, to, length: value.length });
      from += value.length;
      to += value.length;
    }
  }
}

function joined(matches: readonly Match[]): Match[] {
  const result: Match[] = [];
  for (const match of matches) {
    const last = result.at(-1);
    const touches =
      last !== undefined &&
      last.from + last.length === match.from &&
      last.to + last.length === match.to;
    if (touches) result[result.length - 1] = { ...last, length: last.length + match.length };
    else result.push(match);
  }
  return result;
}

/**
 * Without the few common words that a rewritten passage shares with what replaced it by chance: a match that is
 * not longer than the edits on both its sides is part of the edit (as in diff-match-patch's semantic clean-up).
 */
function withoutChance(matches: readonly Match[], whole: Part, words: Words): Match[] {
  const kept: Match[] = [];
  const editBefore = (at: Match): number => {
    const last = kept.at(-1);
    const fromStart = last === undefined ? whole.from : last.from + last.length;
    const toStart = last === undefined ? whole.to : last.to + last.length;
    return Math.max(at.from - fromStart, at.to - toStart);
  };
  for (const [index, match] of matches.entries()) {
    const next = matches[index + 1];
    const editAfter = Math.max(
      (next?.from ?? whole.fromEnd) - match.from - match.length,
      (next?.to ?? whole.toEnd) - match.to - match.length,
    );
    const edits = Math.min(editBefore(match), editAfter);
    if (lettersIn(words, match, edits + 1) <= edits) continue;
    kept.push(match);
  }
  return kept;
}

/** How many words, at most `enough`; signs between them weigh nothing. */
function lettersIn(words: Words, { from, length }: Match, enough: number): number {
  let count = 0;
  for (let at = from; at < from + length && count < enough; at += 1) {
    if (/[\p{L}\p{N}]/u.test(words.text[words.starts[at] ?? 0] ?? "")) count += 1;
  }
  return count;
}

/** Passages that neither version has in the order of the rest: found among the words left over. */
function movedMatches(older: Ids, newer: Ids, main: readonly Match[]): Match[] {
  const whole = { from: 0, fromEnd: older.length, to: 0, toEnd: newer.length };
  const gaps = gapsOf(main, whole);
  const left = masked(
    older,
    gaps.map(({ from, fromEnd }) => [from, fromEnd]),
    -2,
  );
  const right = masked(
    newer,
    gaps.map(({ to, toEnd }) => [to, toEnd]),
    -3,
  );
  const fromTaken = new Uint8Array(older.length);
  const toTaken = new Uint8Array(newer.length);
  const found: Match[] = [];
  const longestFirst = uniqueMatches(left, right, whole, proof)
    .filter(({ length }) => length >= fewestMoved)
    .sort((a, b) => b.length - a.length);
  for (const match of longestFirst) {
    const fromEnd = match.from + match.length;
    const toEnd = match.to + match.length;
    if (fromTaken[match.from] || fromTaken[fromEnd - 1]) continue;
    if (toTaken[match.to] || toTaken[toEnd - 1]) continue;
    fromTaken.fill(1, match.from, fromEnd);
    toTaken.fill(1, match.to, toEnd);
    found.push(match);
  }
  found.sort((a, b) => a.from - b.from);
  return [...found, ...insideMoved(left, right, found)];
}

/** What a moved passage keeps between the words that changed in it. */
function insideMoved(left: Ids, right: Ids, moved: readonly Match[]): Match[] {
  return moved.flatMap((match, index) => {
    const next = moved[index + 1];
    if (next === undefined) return [];
    const gap = {
      from: match.from + match.length,
      fromEnd: next.from,
      to: match.to + match.length,
      toEnd: next.to,
    };
    const widths = [gap.fromEnd - gap.from, gap.toEnd - gap.to];
    if (widths.some((width) => width <= 0 || width > widestInMoved)) return [];
    const isFree = moved.every(({ to, length }) => to + length <= gap.to || to >= gap.toEnd);
    return isFree ? matchesIn(left, right, gap) : [];
  });
}

/** The words of the given ranges; all others replaced by a sign that equals nothing. */
function masked(ids: Ids, ranges: readonly (readonly [number, number])[], sign: number): Ids {
  const result = new Int32Array(ids.length).fill(sign);
  for (const [start, end] of ranges) result.set(ids.subarray(start, end), start);
  return result;
}

/**
 * Tells of a match whether it is proven: by a run of words that each version has exactly once, numbers not counted;
 * or by several such runs that are told apart by their numbers. One number alone may be another row's new number.
 */
function proofs(older: Words, newer: Words): (match: Match) => boolean {
  const runsIn = (left: Ids, right: Ids) => {
    const inLeft = onceOnly(left, 0, left.length, proof);
    const inRight = onceOnly(right, 0, right.length, proof);
    return ({ from, to, length }: Match, enough: number): boolean => {
      let count = 0;
      for (let at = 0; at + proof <= length; at += 1) {
        const hash = hashOf(left, from + at, proof);
        if (inLeft.get(hash) !== from + at || inRight.get(hash) !== to + at) continue;
        count += 1;
        if (count === enough) return true;
        at += proof - 1;
      }
      return false;
    };
  };
  const byWords = runsIn(older.kinds, newer.kinds);
  let byNumbers: typeof byWords | null = null;
  return (match) => {
    if (byWords(match, 1)) return true;
    if (match.length < proof * severalRuns) return false;
    byNumbers ??= runsIn(older.ids, newer.ids);
    return byNumbers(match, severalRuns);
  };
}

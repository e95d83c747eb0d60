/** Where the alignment alone puts words of the older version: their image in the newer. */
import type { Alignment, Block } from "./align";
import type { WordRange } from "./matches";

/** The blocks that hold the order of both versions; made once per alignment. */
const mainBlocks = new WeakMap<Alignment, readonly Block[]>();

function mainOf(alignment: Alignment): readonly Block[] {
  const known = mainBlocks.get(alignment) ?? alignment.blocks.filter(({ moved }) => !moved);
  mainBlocks.set(alignment, known);
  return known;
}

/** The block that a word of the older version stands in. */
export function blockAt(alignment: Alignment, word: number): Block | null {
  const block = lastAt(alignment.blocks, word);
  return block !== null && word < block.from + block.length ? block : null;
}

/** The block that contains all of some words, if there is one. */
export function blockAround(alignment: Alignment, range: WordRange): Block | null {
  const block = blockAt(alignment, range.first);
  return block !== null && range.end <= block.from + block.length ? block : null;
}

function lastAt(blocks: readonly Block[], word: number): Block | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.from ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1] ?? null;
}

/**
 * Between which words of the newer version some words of the older stand or stood: exact where they were kept,
 * in proportion where they were rewritten; empty where they were taken out.
 */
export function imageOf(alignment: Alignment, range: WordRange): WordRange {
  const start = blockAt(alignment, range.first);
  if (start?.moved) {
    const first = start.to + range.first - start.from;
    const end = Math.min(start.to + start.length, first + range.end - range.first);
    return { first, end };
  }
  const first = boundary(alignment, range.first, "start");
  return { first, end: Math.max(first, boundary(alignment, range.end, "end")) };
}

/** A boundary between two words; where words were put in just there, before them (`end`) or after them (`start`). */
function boundary(alignment: Alignment, at: number, side: "start" | "end"): number {
  const blocks = mainOf(alignment);
  const block = lastAt(blocks, side === "start" ? at : at - 1);
  if (block !== null && at < block.from + block.length + (side === "end" ? 1 : 0)) {
    return block.to + at - block.from;
  }
  const before = block ?? { from: 0, to: 0, length: 0 };
  const after = blocks[block === null ? 0 : blocks.indexOf(block) + 1] ?? {
    from: alignment.from.count,
    to: alignment.to.count,
  };
  const from = before.from + before.length;
  const to = before.to + before.length;
  const share = after.from === from ? 0 : (at - from) / (after.from - from);
  return to + Math.round(share * (after.to - to));
}

/** For each word of the newer version the block it stands in, as its place among `blocks`; -1: it is new. */
const owners = new WeakMap<Alignment, Int32Array>();

function ownersOf(alignment: Alignment): Int32Array {
  const known = owners.get(alignment);
  if (known !== undefined) return known;
  const result = new Int32Array(alignment.to.count).fill(-1);
  for (const [index, { to, length }] of alignment.blocks.entries())
    result.fill(index, to, to + length);
  owners.set(alignment, result);
  return result;
}

/** The word of the older version that a word of the newer one is; null: it is new. */
export function originOf(
  alignment: Alignment,
  word: number,
): { word: number; block: Block } | null {
  const block = alignment.blocks[ownersOf(alignment)[word] ?? -1];
  return block === undefined ? null : { word: block.from + word - block.to, block };
}

/** Whether some words of the newer version are proven to be words of the older one outside `range`. */
export function isTaken(alignment: Alignment, candidate: WordRange, range: WordRange): boolean {
  for (let at = candidate.first; at < candidate.end; at += 1) {
    const origin = originOf(alignment, at);
    if (origin === null || !origin.block.proven) return false;
    if (origin.word >= range.first && origin.word < range.end) return false;
  }
  return candidate.end > candidate.first;
}

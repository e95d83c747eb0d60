/** The paragraphs of two versions side by side: what belongs together stands in one row. */
import type { Alignment } from "./align";
import { originOf } from "./image";
import type { Paragraph } from "./paragraphs";

export type ParagraphRow = { older: readonly Paragraph[]; newer: readonly Paragraph[] };

/** In the order of the newer version; paragraphs without a partner stand where the order of both puts them. */
export function rowsOf(
  alignment: Alignment,
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
): ParagraphRow[] {
  const partners = partnersOf(alignment, older, newer);
  const rows: { older: Paragraph[]; newer: Paragraph[]; partner: number }[] = [];
  let next = 0;
  for (const [index, paragraph] of newer.entries()) {
    const partner = partners.ofNewer[index] ?? -1;
    const last = rows.at(-1);
    if (partner !== -1 && last?.partner === partner) {
      // Divided: the rest of what stands beside it.
      last.newer.push(paragraph);
      continue;
    }
    if (partner >= next) {
      const joined: Paragraph[] = [];
      for (; next <= partner; next += 1) {
        const own = older[next];
        if (own === undefined) continue;
        if (next === partner || partners.ofOlder[next] === index) joined.push(own);
        else rows.push({ older: [own], newer: [], partner: -1 });
      }
      while (next < older.length && partners.ofOlder[next] === index) {
        joined.push(...older.slice(next, next + 1));
        next += 1;
      }
      rows.push({ older: joined, newer: [paragraph], partner });
    } else rows.push({ older: [], newer: [paragraph], partner: -1 });
  }
  for (const own of older.slice(next)) rows.push({ older: [own], newer: [], partner: -1 });
  return sideBySide(rows);
}

/** For each paragraph the one of the other version that most of its words come from or go to; -1: none. */
function partnersOf(
  alignment: Alignment,
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
): { ofNewer: number[]; ofOlder: number[] } {
  const paragraphOf = new Int32Array(alignment.from.count).fill(-1);
  for (const [index, { words }] of older.entries()) paragraphOf.fill(index, words.first, words.end);
  const received = older.map(() => new Map<number, number>());
  const ofNewer = newer.map(({ words }, index) => {
    const counts = new Map<number, number>();
    for (let at = words.first; at < words.end; at += 1) {
      const origin = originOf(alignment, at);
      if (origin === null || origin.block.moved) continue;
      const from = paragraphOf[origin.word] ?? -1;
      if (from === -1) continue;
      counts.set(from, (counts.get(from) ?? 0) + 1);
      received[from]?.set(index, (received[from]?.get(index) ?? 0) + 1);
    }
    return most(counts);
  });
  return { ofNewer, ofOlder: received.map(most) };
}

function most(counts: ReadonlyMap<number, number>): number {
  let best = -1;
  let highest = 0;
  for (const [index, count] of counts) {
    if (count > highest) {
      best = index;
      highest = count;
    }
  }
  return best;
}

/** Where paragraphs were taken out and others put in at the same place, they stand beside each other. */
function sideBySide(rows: readonly ParagraphRow[]): ParagraphRow[] {
  const result: ParagraphRow[] = [];
  let left: Paragraph[] = [];
  let right: Paragraph[] = [];
  const flush = () => {
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      result.push({ older: left.slice(at, at + 1), newer: right.slice(at, at + 1) });
    }
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.older.length > 0 && row.newer.length > 0) {
      flush();
      result.push(row);
    } else {
      left.push(...row.older);
      right.push(...row.newer);
    }
  }
  flush();
  return result;
}

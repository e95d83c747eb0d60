/** The places of a page's words as they are kept in the database: six numbers a run in one flat list. */
import { z } from "zod";
import type { TextRun } from "../../../domain/documents";

const Packed = z.array(z.number()).refine(({ length }) => length % 6 === 0);

/** JSON: start, end, x, y, width, height of each run, one after the other. */
export function packRuns(runs: readonly TextRun[]): string {
  return JSON.stringify(
    runs.flatMap(({ start, end, box }) => [start, end, box.x, box.y, box.width, box.height]),
  );
}

export function unpackRuns(packed: unknown): TextRun[] {
  const numbers = Packed.parse(packed);
  const runs: TextRun[] = [];
  for (let at = 0; at < numbers.length; at += 6) {
    const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = numbers.slice(at, at + 6);
    runs.push({ start, end, box: { x, y, width, height } });
  }
  return runs;
}

/** How a running number of a pack is written and found again: "176", "212a". */
import { z } from "zod";

/** Pages that follow each other: 176, 177 … or, with a letter, 176a, 176b …; `letter` 1 is *a*, 0 is none. */
export const PackRun = z.object({
  number: z.int().min(0),
  letter: z.int().min(0),
  pages: z.int().min(1),
});
export type PackRun = z.infer<typeof PackRun>;

/** The run in which a paper's page lies, and how far in it; null: the page has no number. */
export function findPage(
  runs: readonly PackRun[],
  page: number,
): { run: PackRun; offset: number } | null {
  let offset = page - 1;
  if (offset < 0) return null;
  for (const run of runs) {
    if (offset < run.pages) return { run, offset };
    offset -= run.pages;
  }
  return null;
}

/** The running number of a paper's page (from 1) as it is shown: "176", "177a"; null: it was never given one. */
export function packPage(runs: readonly PackRun[], page: number): string | null {
  const found = findPage(runs, page);
  if (found === null) return null;
  const { run, offset } = found;
  return run.letter === 0
    ? String(run.number + offset)
    : run.number + letterOf(run.letter + offset);
}

/** The page (from 1) of a paper that has this running number; null: none of its pages has it. */
export function pageOfPack(runs: readonly PackRun[], wanted: string): number | null {
  const parts = /^\s*(\d{1,6})([a-z]{0,3})\s*$/.exec(wanted.toLowerCase());
  if (parts === null) return null;
  const number = Number(parts[1]);
  const letter = placeOfLetter(parts[2] ?? "");
  let page = 1;
  for (const run of runs) {
    const offset =
      run.letter === 0
        ? letter === 0
          ? number - run.number
          : -1
        : run.number === number
          ? letter - run.letter
          : -1;
    if (offset >= 0 && offset < run.pages) return page + offset;
    page += run.pages;
  }
  return null;
}

/** 1 a, 26 z, 27 aa: as columns of a table are named. */
function letterOf(place: number): string {
  const rest = (place - 1) % 26;
  const before = (place - 1 - rest) / 26;
  return (before > 0 ? letterOf(before) : "") + String.fromCharCode(97 + rest);
}

function placeOfLetter(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}

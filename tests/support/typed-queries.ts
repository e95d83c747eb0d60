/** What people might type to find something in these texts. */
import type { PaperText } from "../../domain/search";

/** The same numbers in every run (mulberry32), so that a query that ever failed fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** As people type: some words of a page, with their marks or without, in part, apart, in quotation marks. */
export function queriesOn(pack: readonly PaperText[], count: number): string[] {
  const below = numbers(20_261_124);
  const pages = pack.flatMap(({ text }) => text.pages.map((page) => page.text));
  const wordsOf = (page: string) => page.split(/\s+/u).filter((word) => word !== "");
  const full = pages.map(wordsOf).filter((words) => words.length > 20);
  const some = (length: number) => {
    const words = full[below(full.length)] ?? [];
    const from = below(Math.max(1, words.length - length));
    return words.slice(from, from + length);
  };
  const ways: (() => string)[] = [
    () => some(1).join(" "),
    () => some(2).join(" "),
    () => bare(some(2).join(" ")),
    () => bare(some(3).join(" ")).toUpperCase(),
    () => some(3).join("\t").normalize("NFD"),
    () => some(2).join(" ").slice(0, -1),
    () => bare(some(1).join(" ")).slice(0, 2),
    () => `"${some(2).join(" ")}"`,
    () => `"${bare(some(2).join(" "))}" ${some(1).join(" ")}`,
    () => {
      const words = some(12);
      return [words[0], words[6], words[11]].join(" ");
    },
  ];
  return Array.from({ length: count }, (_, at) => ways[at % ways.length]?.() ?? "");
}

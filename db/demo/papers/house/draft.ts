/** Drafts of laws and decrees: chapters of numbered articles until the pages are full. */
import { articleBlock, articlesOf, comparisonRows, type StatuteSubject } from "../grammar";
import { type Block, counted, h, type Part, p, type Row } from "../press";

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

export const chapterHeading = (index: number, title: string): Block =>
  h(1, `Chương ${romans[index] ?? index + 1}\n${title}`, { center: true });

/** Gives article numbers in the order of printing. */
export type Counter = { next: number };

/** One part per chapter of the subject, numbered on from the counter. */
export function chapterParts(
  subject: StatuteSubject,
  counter: Counter,
  firstChapter: number,
): Part[] {
  return subject.chapters.map((chapter, index) => ({
    opening: () => [chapterHeading(firstChapter + index, chapter.title)],
    share: chapter.matters.length,
    *filling() {
      for (const article of articlesOf(subject, index)) {
        yield counted(
          () => {
            counter.next += 1;
          },
          articleBlock(article, counter.next),
        );
      }
    },
  }));
}

/** Tables old – new – reason, a chapter at a time, without end in the last. */
export function comparisonParts(
  subject: StatuteSubject,
  firstArticle: number,
  labels: readonly [string, string, string],
): Part[] {
  let number = firstArticle;
  return subject.chapters.map((chapter, index) => ({
    opening: () => [
      p(`${romans[index + 1] ?? ""}. ${chapter.title}`, { face: "bold", before: 6, keep: true }),
    ],
    share: chapter.matters.length,
    *filling() {
      let begun = false;
      for (const article of articlesOf(subject, index)) {
        const rows: Row[] = [...comparisonRows(article, number)];
        const printed = () => {
          number += 1;
        };
        yield counted(printed, {
          kind: "table",
          columns: [
            { label: labels[0], share: 4.3, align: "justify" },
            { label: labels[1], share: 4.3, align: "justify" },
            { label: labels[2], share: 2.1 },
          ],
          rows,
          joins: begun,
        });
        begun = true;
      }
    },
  }));
}

/** What offices do to a paper between two versions. */
import { newParagraph, type Paper, type Paragraph, rewritten, sayingOf } from "./paper";
import type { Random } from "./random";

/** Words that the language puts in, and paragraphs that the older version does not have. */
export type Language = {
  heading: RegExp;
  words: readonly string[];
  spare: readonly string[];
};

const isHeading = (paragraph: Paragraph, { heading }: Language) =>
  heading.test(sayingOf(paragraph));

/** Heads with what stands under them. */
export function sectionsOf(paper: Paper, language: Language): Paper[] {
  const sections: Paragraph[][] = [];
  for (const paragraph of paper) {
    if (isHeading(paragraph, language) || sections.length === 0) sections.push([paragraph]);
    else sections.at(-1)?.push(paragraph);
  }
  return sections;
}

export function insertPage(paper: Paper, language: Language, random: Random): Paper {
  const at = random.below(paper.length);
  const page = language.spare.map(newParagraph);
  return [...paper.slice(0, at), ...page, ...paper.slice(at)];
}

/** Some words of some paragraphs replaced, put in or taken out. */
export function reword(paper: Paper, language: Language, random: Random, share = 0.2): Paper {
  return paper.map((paragraph) => {
    if (random.share() > share || isHeading(paragraph, language)) return paragraph;
    const words = [...sayingOf(paragraph).matchAll(/[\p{L}\p{N}]+/gu)];
    const from = random.below(Math.max(1, words.length - 4));
    const count = random.below(3);
    const first = words[from];
    const last = words[from + count];
    if (first === undefined || last === undefined) return paragraph;
    const put = Array.from({ length: 1 + random.below(3) }, () => random.of(language.words)).join(
      " ",
    );
    return [
      ...paragraph.slice(0, first.index),
      ...newParagraph(random.share() < 0.3 ? `${put} ${first[0]}` : put),
      ...paragraph.slice(
        random.share() < 0.8 ? last.index + last[0].length : first.index + first[0].length,
      ),
    ];
  });
}

export function reorder(paper: Paper, language: Language, random: Random): Paper {
  const sections = sectionsOf(paper, language);
  const at = 1 + random.below(sections.length - 2);
  const [taken] = sections.splice(at, 1);
  const to = (at + 2 + random.below(Math.max(1, sections.length - 3))) % sections.length;
  if (taken !== undefined) sections.splice(to, 0, taken);
  return sections.flat();
}

/** A new article put in; those after it, and what refers to them, get the next number. */
export function renumber(paper: Paper, language: Language, random: Random): Paper {
  const sections = sectionsOf(paper, language);
  const at = 1 + random.below(sections.length - 1);
  const [head = "", ...rest] = language.spare;
  const added = [head, ...rest.slice(0, 2)].map(newParagraph);
  const later = sections
    .slice(at)
    .map((section) =>
      section.map((paragraph) =>
        rewritten(paragraph, /(?<=(Điều|Article) )(\d+|[IVX]+)/g, (number) =>
          /\d/.test(number) ? String(Number(number) + 1) : `${number}I`,
        ),
      ),
    );
  return [...sections.slice(0, at), added, ...later].flat();
}

export function changeFigures(paper: Paper, _language: Language, random: Random): Paper {
  return paper.map((paragraph) =>
    random.share() > 0.6
      ? paragraph
      : rewritten(paragraph, /(?<!(Điều|Article) )\b\d+\b/g, (number) =>
          String(Number(number) + 7),
        ),
  );
}

export function remove(paper: Paper, language: Language, random: Random): Paper {
  return paper.filter((paragraph) => isHeading(paragraph, language) || random.share() > 0.18);
}

export function replace(paper: Paper, language: Language, random: Random): Paper {
  let next = 0;
  return paper.map((paragraph) => {
    const other = language.spare[next];
    if (random.share() > 0.15 || other === undefined || isHeading(paragraph, language))
      return paragraph;
    next += 1;
    return newParagraph(other);
  });
}

/** Paragraphs divided after a sentence or a semicolon, others joined with the next. */
export function divide(paper: Paper, language: Language, random: Random): Paper {
  const result: Paragraph[] = [];
  for (const paragraph of paper) {
    const last = result.at(-1);
    const cut = /[.;,] /.exec(sayingOf(paragraph).slice(10));
    if (random.share() < 0.4 && cut !== null) {
      const at = 10 + cut.index + 1;
      result.push(paragraph.slice(0, at), paragraph.slice(at + 1));
    } else if (
      random.share() < 0.3 &&
      last !== undefined &&
      !isHeading(last, language) &&
      !isHeading(paragraph, language)
    ) {
      result[result.length - 1] = [...last, ...newParagraph(" "), ...paragraph];
    } else result.push(paragraph);
  }
  return result;
}

/** A paragraph is copied to another place; sometimes it stays where it was as well. */
export function copy(paper: Paper, _language: Language, random: Random): Paper {
  const at = 1 + random.below(paper.length - 2);
  const paragraph = paper[at];
  if (paragraph === undefined) return paper;
  const to = (at + 5 + random.below(paper.length - 6)) % paper.length;
  const copied = newParagraph(sayingOf(paragraph));
  return paper.flatMap((own, index) => (index === to ? [own, copied] : [own]));
}

/** One of several equal paragraphs is taken out, or one more is put in. */
export function oneFewer(paper: Paper, language: Language, random: Random): Paper {
  const repeated = paper.flatMap((paragraph, index) => {
    const text = sayingOf(paragraph);
    return paper.filter((other) => sayingOf(other) === text).length > 1 ? [index] : [];
  });
  const at = random.of(repeated);
  if (random.share() < 0.6) return paper.filter((_, index) => index !== at);
  return paper.flatMap((own, index) =>
    index === at
      ? [own, newParagraph(sayingOf(own)), newParagraph(random.of(language.spare))]
      : [own],
  );
}

/** An article taken out with all that stands under it. */
export function removeSection(paper: Paper, language: Language, random: Random): Paper {
  const sections = sectionsOf(paper, language);
  sections.splice(1 + random.below(sections.length - 1), 1);
  return sections.flat();
}

/** Long reports from an outline: headings, given words, then the grammar until the share is filled. */
import { filling, type Mix, type Writer } from "../grammar";
import { type Block, h, type Part, p } from "../press";

export type Outline = {
  title: string;
  /** relative length; of the own text when there are children */
  share?: number;
  /** given paragraphs, before the grammar takes over */
  texts?: readonly string[];
  blocks?: readonly Block[];
  mix?: Mix;
  newPage?: boolean;
  children?: readonly Outline[];
};

export function reportParts(writer: Writer, outline: readonly Outline[], level: 1 | 2 = 1): Part[] {
  return outline.flatMap((section) => {
    const { mix } = section;
    const own: Part = {
      opening: () => [
        h(level, section.title),
        ...(section.texts ?? []).map((text) => p(text)),
        ...(section.blocks ?? []),
      ],
      share: section.share ?? (mix === undefined ? 0.2 : 1),
      ...(section.newPage === true ? { newPage: true } : {}),
      ...(mix === undefined ? {} : { filling: () => filling(writer, mix) }),
    };
    return [own, ...reportParts(writer, section.children ?? [], 2)];
  });
}

/** Usual mixes of a section. */
export const mixes = {
  state: { moves: ["situation"], figures: 5, tables: 7, lists: 9 },
  results: { moves: ["situation", "situation", "limits"], figures: 4, tables: 6 },
  limits: { moves: ["limits"], lists: 5, tables: 9 },
  views: { moves: ["views"], lists: 6 },
  solutions: { moves: ["solutions"], lists: 5, tables: 8 },
  effects: { moves: ["effects"], tables: 6, figures: 7 },
  duties: { moves: ["duties", "solutions"], tables: 4 },
  options: { moves: ["effects", "solutions"], lists: 6, tables: 8 },
} as const satisfies Record<string, Mix>;

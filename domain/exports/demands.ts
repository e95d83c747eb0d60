/** What a paper demands of everything that leaves the cabinet with it: whose copy it is, and how secret it is. */
import type { Item } from "../agenda";
import type { Grade } from "../bodies";
import type { Paper } from "../documents";
import type { Bilingual } from "../text";

export type Demands = {
  /** the name of who takes it out, with time and meeting, across every page */
  watermark: boolean;
  /** the grade's name at the top and bottom of every page; null: ungraded */
  grade: Bilingual | null;
};

/** EX5, EX6: the stricter of the paper's own grade and its item's counts. A grade the body no longer knows still counts. */
export function demandsOf(
  paper: Pick<Paper, "grade">,
  item: Pick<Item, "grade" | "closed">,
  grades: readonly Grade[],
): Demands {
  const codes = [paper.grade, item.grade].filter((code) => code !== null);
  const levelOf = (code: string) => grades.find((grade) => grade.code === code)?.level ?? 0;
  const [strictest] = codes.toSorted((a, b) => levelOf(b) - levelOf(a));
  if (strictest === undefined) return { watermark: item.closed, grade: null };
  const known = grades.find(({ code }) => code === strictest);
  return { watermark: true, grade: known?.name ?? { vi: strictest, en: "" } };
}

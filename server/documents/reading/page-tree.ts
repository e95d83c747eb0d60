/**
 * Builds the tree of pages anew, balanced. A reader that comes in ranges looks at the last page on opening; a flat
 * list, as most writers make it, has it visit every page on the way.
 */
import { isReference, type PdfDictionary, type PdfObjects, type PdfValue } from "./pdf-objects";

const perNode = 16;
const inherited = ["/Resources", "/MediaBox", "/CropBox", "/Rotate"] as const;

type Inherited = Partial<Record<(typeof inherited)[number], PdfValue>>;

/** Leaves a tree that it does not understand as it is. */
export function balancePages(objects: PdfObjects): void {
  const root = objects.dictionary(objects.trailer["/Root"]);
  const top = root?.["/Pages"];
  if (top === undefined || !isReference(top)) return;
  const pages = pagesUnder(objects, top);
  if (pages === null || pages.length <= perNode) return;
  for (const page of pages) {
    objects.set(`obj:${page.reference}`, { ...page.inherited, ...page.dictionary });
  }
  let level = pages.map(({ reference }) => ({ reference, count: 1 }));
  while (level.length > perNode) level = grouped(objects, level);
  objects.set(`obj:${top}`, node(level, null));
  adopt(objects, level, top);
}

type Branch = { reference: string; count: number };

function grouped(objects: PdfObjects, level: readonly Branch[]): Branch[] {
  const above: Branch[] = [];
  for (let first = 0; first < level.length; first += perNode) {
    const group = level.slice(first, first + perNode);
    const reference = objects.add(node(group, null));
    adopt(objects, group, reference);
    above.push({ reference, count: group.reduce((sum, { count }) => sum + count, 0) });
  }
  return above;
}

function node(kids: readonly Branch[], parent: string | null): PdfDictionary {
  return {
    "/Type": "/Pages",
    "/Kids": kids.map(({ reference }) => reference),
    "/Count": kids.reduce((sum, { count }) => sum + count, 0),
    ...(parent !== null && { "/Parent": parent }),
  };
}

function adopt(objects: PdfObjects, kids: readonly Branch[], parent: string): void {
  for (const { reference } of kids) {
    const kid = objects.dictionary(reference) ?? {};
    objects.set(`obj:${reference}`, { ...kid, "/Parent": parent });
  }
}

type Page = { reference: string; dictionary: PdfDictionary; inherited: Inherited };

/** In their order; null: a loop, a page twice, or a page that is no object of its own. */
function pagesUnder(objects: PdfObjects, top: string): Page[] | null {
  const pages: Page[] = [];
  const seen = new Set<string>();
  const waiting: { reference: string; from: Inherited }[] = [{ reference: top, from: {} }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { reference, from } = next;
    const dictionary = objects.dictionary(reference);
    if (dictionary === null || seen.has(reference)) return null;
    seen.add(reference);
    const own: Inherited = { ...from };
    for (const name of inherited) {
      const value = dictionary[name];
      if (value !== undefined) own[name] = value;
    }
    const kids = objects.resolve(dictionary["/Kids"]);
    if (!Array.isArray(kids)) {
      pages.push({ reference, dictionary, inherited: own });
      continue;
    }
    for (const kid of kids.toReversed()) {
      if (!isReference(kid)) return null;
      waiting.push({ reference: kid, from: own });
    }
  }
  return pages;
}

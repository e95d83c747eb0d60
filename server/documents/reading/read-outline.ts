/** The outline, the links and the page labels of an opened document, read by the engine that shows it. */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";
import {
  type OutlineEntry,
  PageLink,
  type PagePlace,
  type VersionOutline,
} from "../../../domain/documents";

/** Beyond these nobody finds their way by it any more. */
const maxEntries = 5_000;
const maxDepth = 12;
const maxTitle = 500;
const maxLinks = 20_000;

const Numbers = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Annotation = z.object({
  subtype: z.literal("Link"),
  rect: Numbers,
  dest: z.union([z.string(), z.array(z.unknown())]).nullish(),
  url: z.string().nullish(),
});

type Given = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

/**
 * Gathers while pages go by, so that each is loaded once. What is broken in it is left out: a paper without an
 * outline can still be read.
 */
export class OutlineReader {
  readonly #document: PDFDocumentProxy;
  readonly #links: PageLink[] = [];
  #entries = 0;

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  async addPage(page: PDFPageProxy): Promise<void> {
    if (this.#links.length >= maxLinks) return;
    const annotations = await page.getAnnotations({ intent: "display" }).catch(() => []);
    for (const given of annotations) {
      const link = Annotation.safeParse(given);
      if (!link.success || this.#links.length >= maxLinks) continue;
      const { rect, dest, url } = link.data;
      const place = dest === null || dest === undefined ? null : await this.#placeOf(dest);
      const to = place === null ? (url ? { address: url } : null) : { place };
      if (to === null) continue;
      const [left, top, right, bottom] = Numbers.parse(
        page.getViewport({ scale: 1 }).convertToViewportRectangle(rect),
      );
      const box = {
        x: tenths(Math.min(left, right)),
        y: tenths(Math.min(top, bottom)),
        width: tenths(Math.abs(right - left)),
        height: tenths(Math.abs(bottom - top)),
      };
      const found = PageLink.safeParse({ page: page.pageNumber, box, to });
      if (found.success) this.#links.push(found.data);
    }
  }

  async finish(): Promise<VersionOutline> {
    const outline = await this.#document.getOutline().catch(() => []);
    const labels = await this.#document.getPageLabels().catch(() => null);
    return {
      outline: await this.#entriesOf(outline ?? [], 1),
      links: this.#links,
      labels: labels !== null && saysMore(labels) ? labels.map(readable) : null,
    };
  }

  async #entriesOf(given: Given, depth: number): Promise<OutlineEntry[]> {
    const entries: OutlineEntry[] = [];
    for (const { title, dest, items } of given) {
      this.#entries += 1;
      if (this.#entries > maxEntries || depth > maxDepth) break;
      entries.push({
        title: readable(title),
        to: dest === null ? null : await this.#placeOf(dest),
        children: await this.#entriesOf(items, depth + 1),
      });
    }
    return entries.filter(({ title, children }) => title !== "" || children.length > 0);
  }

  /** A destination is a name for one, or itself: page, kind, and what the kind needs. */
  async #placeOf(destination: string | unknown[]): Promise<PagePlace | null> {
    try {
      const explicit =
        typeof destination === "string"
          ? await this.#document.getDestination(destination)
          : destination;
      if (!Array.isArray(explicit)) return null;
      const [target, kind, ...values] = explicit;
      const index = typeof target === "number" ? target : await this.#document.getPageIndex(target);
      if (!Number.isInteger(index) || index < 0 || index >= this.#document.numPages) return null;
      return { page: index + 1, y: await this.#heightOf(index + 1, kind, values) };
    } catch {
      // It names a page that is not there.
      return null;
    }
  }

  async #heightOf(number: number, kind: unknown, values: unknown[]): Promise<number | null> {
    const name = z.object({ name: z.string() }).safeParse(kind).data?.name ?? "";
    const [x, y] =
      name === "XYZ"
        ? values
        : name === "FitR"
          ? [values[0], values[3]]
          : name.startsWith("FitH") || name === "FitBH"
            ? [0, values[0]]
            : [];
    if (typeof y !== "number") return null;
    const page = await this.#document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const [, shown] = viewport.convertToViewportPoint(typeof x === "number" ? x : 0, y);
    if (typeof shown !== "number" || !Number.isFinite(shown)) return null;
    return tenths(Math.min(Math.max(0, shown), viewport.height));
  }
}

/** Whether labels differ from the running numbers. */
function saysMore(labels: readonly string[]): boolean {
  return labels.some((label, index) => label !== String(index + 1));
}

function readable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cc}|\p{Cs}/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, maxTitle);
}

const tenths = (points: number): number => Math.round(points * 10) / 10;

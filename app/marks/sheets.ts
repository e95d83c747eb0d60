/** The live pages on the desk, so that a gesture that begins on one can go on over the next. */
import type { Point } from "./text-geometry";

export type OnPage = { page: number; point: Point };
type Sheet = { element: Element; scale: number };

export class Sheets {
  readonly #live = new Map<number, Sheet>();

  /** @returns takes the page away again */
  add(page: number, element: Element, scale: number): () => void {
    const sheet = { element, scale };
    this.#live.set(page, sheet);
    return () => {
      if (this.#live.get(page) === sheet) this.#live.delete(page);
    };
  }

  /** The page under a place of the window, or the nearest one; in points of that page. */
  at(clientX: number, clientY: number): OnPage | null {
    let nearest: OnPage | null = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const [page, { element, scale }] of this.#live) {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const away =
        Math.max(0, left - clientX, clientX - right) + Math.max(0, top - clientY, clientY - bottom);
      if (away >= shortest) continue;
      shortest = away;
      nearest = { page, point: { x: (clientX - left) / scale, y: (clientY - top) / scale } };
    }
    return nearest;
  }

  /** In points of one page, also outside of it: ink stays on the sheet on which it began. */
  on(page: number, clientX: number, clientY: number): Point | null {
    const sheet = this.#live.get(page);
    if (sheet === undefined) return null;
    const { left, top } = sheet.element.getBoundingClientRect();
    return { x: (clientX - left) / sheet.scale, y: (clientY - top) / sheet.scale };
  }

  /** The pages whose words a range touches, in order, with the element that holds them. */
  wordsWithin(range: Range): { page: number; words: Element }[] {
    return [...this.#live]
      .map(([page, { element }]) => ({
        page,
        words: element.parentElement?.querySelector(".paper-words") ?? null,
      }))
      .flatMap(({ page, words }) =>
        words !== null && range.intersectsNode(words) ? [{ page, words }] : [],
      )
      .sort((a, b) => a.page - b.page);
  }

  elementOf(page: number): Element | null {
    return this.#live.get(page)?.element ?? null;
  }
}

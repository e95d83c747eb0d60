/**
 * Keeps the pages that are looked at painted, and no others: one at a time, the most wanted first, within the budget of
 * canvas. Pages are attached by the screen; what is wanted changes with each scroll, zoom and hiding of the window.
 */
import { densityFor } from "./canvas-budget";
import type { OpenPaper, Painting } from "./engine.client";
import type { Box } from "./layout";

export type PageState = "waiting" | "painted" | "failed";

export type Wanted = { page: number; box: Box };

type Sheet = {
  picture: HTMLElement;
  words: HTMLElement;
  report: (state: PageState) => void;
  canvas: HTMLCanvasElement | null;
  /** device pixels per point of what is painted */
  paintedAt: number | null;
  failed: boolean;
  hasWords: boolean;
};

export class PageKeeper {
  readonly #paper: OpenPaper;
  readonly #sheets = new Map<number, Sheet>();
  readonly #refresh = () => this.#arrange();
  #wanted: readonly Wanted[] = [];
  #painting: { page: number; task: Painting } | null = null;
  #tellShown: () => void = () => undefined;
  /** Resolves when a page is painted, or said to be impossible: what else there is to load begins then. */
  readonly shown = new Promise<void>((resolve) => {
    this.#tellShown = resolve;
  });

  constructor(paper: OpenPaper) {
    this.#paper = paper;
    document.addEventListener("visibilitychange", this.#refresh);
  }

  /** Takes a page's place on the screen into care; the returned function gives everything back. */
  attach(page: number, place: Pick<Sheet, "picture" | "words" | "report">): () => void {
    const sheet = { ...place, canvas: null, paintedAt: null, failed: false, hasWords: false };
    this.#sheets.set(page, sheet);
    this.#arrange();
    return () => {
      this.#release(page, sheet);
      sheet.words.replaceChildren();
      if (this.#sheets.get(page) === sheet) this.#sheets.delete(page);
    };
  }

  /** What is seen and its neighbours, the most wanted first. */
  want(wanted: readonly Wanted[]): void {
    this.#wanted = wanted;
    this.#arrange();
  }

  retry(page: number): void {
    const sheet = this.#sheets.get(page);
    if (sheet === undefined) return;
    sheet.failed = false;
    sheet.report("waiting");
    this.#arrange();
  }

  close(): void {
    document.removeEventListener("visibilitychange", this.#refresh);
    this.#wanted = [];
    for (const [page, sheet] of this.#sheets) this.#release(page, sheet);
    this.#paper.close();
  }

  /** A hidden window keeps the one page that is being read. */
  #kept(): readonly Wanted[] {
    return document.hidden ? this.#wanted.slice(0, 1) : this.#wanted;
  }

  #arrange(): void {
    const kept = this.#kept();
    for (const [page, sheet] of this.#sheets) {
      if (!kept.some((wanted) => wanted.page === page)) this.#release(page, sheet);
    }
    const [first] = kept;
    const current = this.#painting;
    if (current === null) void this.#paintNext();
    // What is looked at now does not wait for a neighbour that is being painted ahead.
    else if (first !== undefined && current.page !== first.page) {
      const sheet = this.#sheets.get(first.page);
      if (sheet !== undefined && sheet.paintedAt === null && !sheet.failed) current.task.cancel();
    }
  }

  async #paintNext(): Promise<void> {
    const kept = this.#kept();
    for (const { page, box } of kept) {
      const sheet = this.#sheets.get(page);
      if (sheet === undefined || sheet.failed) continue;
      const scale = box.scale * densityFor(box, kept.length, window.devicePixelRatio);
      if (sheet.paintedAt === null || Math.abs(sheet.paintedAt / scale - 1) > 0.01) {
        await this.#paint(page, sheet, scale, box);
        return this.#paintNext();
      }
      if (!sheet.hasWords) {
        await this.#layWords(page, sheet, box.scale);
        return this.#paintNext();
      }
    }
  }

  async #paint(page: number, sheet: Sheet, scale: number, box: Box): Promise<void> {
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor((box.width * scale) / box.scale);
    canvas.height = Math.floor((box.height * scale) / box.scale);
    const done = await this.#run(page, this.#paper.paint(page, canvas, scale));
    if (done === "cancelled" || this.#sheets.get(page) !== sheet) {
      empty(canvas);
      return;
    }
    if (done === "failed") {
      empty(canvas);
      sheet.failed = true;
      sheet.report("failed");
      this.#tellShown();
      return;
    }
    if (sheet.canvas !== null) empty(sheet.canvas);
    sheet.picture.replaceChildren(canvas);
    sheet.canvas = canvas;
    sheet.paintedAt = scale;
    sheet.report("painted");
    this.#tellShown();
  }

  async #layWords(page: number, sheet: Sheet, scale: number): Promise<void> {
    sheet.hasWords = true;
    sheet.words.replaceChildren();
    const done = await this.#run(page, this.#paper.layWords(page, sheet.words, scale));
    // A page whose words cannot be had is still read as a picture.
    if (done === "cancelled") sheet.hasWords = false;
  }

  async #run(page: number, task: Painting): Promise<"done" | "cancelled" | "failed"> {
    this.#painting = { page, task };
    try {
      await task.done;
      return "done";
    } catch (error) {
      return isCancelled(error) ? "cancelled" : "failed";
    } finally {
      this.#painting = null;
    }
  }

  #release(page: number, sheet: Sheet): void {
    if (this.#painting?.page === page) this.#painting.task.cancel();
    if (sheet.canvas === null) return;
    empty(sheet.canvas);
    sheet.picture.replaceChildren();
    sheet.canvas = null;
    sheet.paintedAt = null;
    sheet.report("waiting");
    this.#paper.forget(page);
  }
}

/** Zero size gives the memory back now; a canvas that is only dropped keeps it until some later collection. */
function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** The engine's two ways to say that a task was cancelled. */
function isCancelled(error: unknown): boolean {
  return (
    error instanceof Error && ["RenderingCancelledException", "AbortException"].includes(error.name)
  );
}

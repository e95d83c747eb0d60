/**
 * Keeps the pages that are looked at painted, and no others: one at a time, the most wanted first, within the budget of
 * canvas. Pages are attached by the screen; what is wanted changes with each scroll, zoom and hiding of the window.
 * While pages fly past nothing is begun: their posters stand there until the reader rests.
 */
import { bytesPerPixel, densityFor, totalBytes } from "./canvas-budget";
import type { Box } from "./layout";
import { type OpenPaper, type Painting, PaintingCancelled } from "./painting";

export type PageState = "waiting" | "painted" | "failed";

export type Wanted = { page: number; box: Box };

type Sheet = {
  picture: HTMLElement;
  report: (state: PageState) => void;
  canvas: HTMLCanvasElement | null;
  /** device pixels per point of what is painted */
  paintedAt: number | null;
  failed: boolean;
};

/** Another page within this time of the one before: pages fly past. */
const flyingMs = 150;
/** The reader rests when no other page has come for this long. */
const restMs = 120;

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
  #changedAt = Number.NEGATIVE_INFINITY;
  /** set while pages fly past */
  #resting: ReturnType<typeof setTimeout> | null = null;

  constructor(paper: OpenPaper) {
    this.#paper = paper;
    document.addEventListener("visibilitychange", this.#refresh);
  }

  /** Takes a page's place on the screen into care; the returned function gives everything back. */
  attach(page: number, place: Pick<Sheet, "picture" | "report">): () => void {
    const sheet = { ...place, canvas: null, paintedAt: null, failed: false };
    this.#sheets.set(page, sheet);
    this.#arrange();
    return () => {
      this.#release(page, sheet);
      if (this.#sheets.get(page) === sheet) this.#sheets.delete(page);
    };
  }

  /** What is seen and its neighbours, the most wanted first. */
  want(wanted: readonly Wanted[]): void {
    const isAnother = wanted[0]?.page !== this.#wanted[0]?.page;
    this.#wanted = wanted;
    if (isAnother) this.#watchForFlight();
    this.#arrange();
  }

  #watchForFlight(): void {
    const now = performance.now();
    const isFlying = now - this.#changedAt < flyingMs;
    this.#changedAt = now;
    if (!isFlying) return;
    this.#land();
    this.#resting = setTimeout(() => {
      this.#resting = null;
      this.#arrange();
    }, restMs);
  }

  #land(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
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
    this.#land();
    this.#wanted = [];
    for (const [page, sheet] of this.#sheets) this.#release(page, sheet);
    this.#paper.close();
  }

  /** A hidden window keeps nothing: its posters are there when it comes back, and tablets end what holds memory. */
  #kept(): readonly Wanted[] {
    return document.hidden ? [] : this.#wanted;
  }

  #isKept(page: number): boolean {
    return this.#kept().some((wanted) => wanted.page === page);
  }

  #arrange(): void {
    const kept = this.#kept();
    for (const [page, sheet] of this.#sheets) {
      if (!this.#isKept(page)) this.#release(page, sheet);
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
    if (this.#resting !== null) return;
    const kept = this.#kept();
    for (const { page, box } of kept) {
      const sheet = this.#sheets.get(page);
      if (sheet === undefined || sheet.failed) continue;
      const scale = box.scale * densityFor(box, kept.length, window.devicePixelRatio);
      if (sheet.paintedAt === null || Math.abs(sheet.paintedAt / scale - 1) > 0.01) {
        await this.#paint(page, sheet, scale, box);
        return this.#paintNext();
      }
    }
  }

  async #paint(page: number, sheet: Sheet, scale: number, box: Box): Promise<void> {
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor((box.width * scale) / box.scale);
    canvas.height = Math.floor((box.height * scale) / box.scale);
    this.#makeRoom(bytesOf(canvas), page);
    const done = await this.#run(page, this.#paper.paint(page, canvas, scale));
    if (done === "cancelled" || this.#sheets.get(page) !== sheet) {
      empty(canvas);
      // What was parsed for it is held until it is forgotten, painted or not.
      if (!this.#isKept(page)) this.#paper.forget(page);
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

  /** Gives pages back, the least wanted first, until a picture of `bytes` for `page` fits in. */
  #makeRoom(bytes: number, page: number): void {
    const held = () =>
      [...this.#sheets.values()].reduce(
        (sum, { canvas }) => sum + (canvas === null ? 0 : bytesOf(canvas)),
        bytes,
      );
    for (const wanted of [...this.#kept()].reverse()) {
      if (held() <= totalBytes) return;
      const sheet = this.#sheets.get(wanted.page);
      if (sheet !== undefined && wanted.page !== page) this.#release(wanted.page, sheet);
    }
  }

  async #run(page: number, task: Painting): Promise<"done" | "cancelled" | "failed"> {
    this.#painting = { page, task };
    try {
      await task.done;
      return "done";
    } catch (error) {
      return error instanceof PaintingCancelled ? "cancelled" : "failed";
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

const bytesOf = ({ width, height }: HTMLCanvasElement) => width * height * bytesPerPixel;

/**
 * Gives the memory back now; a canvas that is only dropped keeps it until some later collection. One that was given a
 * finished picture keeps that at any size, until it is given none; and none is a black picture of the canvas's size.
 */
function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 1;
  canvas.height = 1;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(null);
  canvas.width = 0;
  canvas.height = 0;
}

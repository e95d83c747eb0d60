/**
 * Opens a paper for painting: by the thread that paints, and by the page itself for what that thread cannot do, and in
 * browsers that have none. The engine is loaded into the page only then.
 */
import { BeyondPainter, startPainter } from "./painter.client";
import { type OpenPaper, painting } from "./painting";
import type { PaperBytes } from "./paper-bytes.client";
import { startParser } from "./parser.client";

/** Rejects with what the bytes rejected with, or with an error for a file that the engine cannot read. */
export async function openPaper(bytes: PaperBytes, signal: AbortSignal): Promise<OpenPaper> {
  const painter = await startPainter();
  if (painter === null) return openHere(bytes, signal);
  return withHelp(await painter.open(bytes, signal), () => openHere(bytes, signal));
}

async function openHere(bytes: PaperBytes, signal: AbortSignal): Promise<OpenPaper> {
  const { openPages } = await import("./engine.client");
  const parser = startParser();
  const opening = openPages(bytes, parser.ownLine(), {}, signal);
  const pages = await Promise.race([opening, parser.failure]);
  return {
    ...pages,
    paint(page, canvas, scale) {
      const surface = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
      if (surface === null) throw new Error("There is no canvas.");
      return pages.paint(page, surface, scale);
    },
  };
}

/** What the thread cannot paint, the page does. */
function withHelp(paper: OpenPaper, open: () => Promise<OpenPaper>): OpenPaper {
  const beyond = new Set<number>();
  let here: Promise<OpenPaper> | null = null;
  const never = new Promise<never>(() => undefined);
  return {
    paint: (page, canvas, scale) =>
      painting(never, async (onCancel) => {
        const paintBy = async ({ paint }: OpenPaper) => {
          const task = paint(page, canvas, scale);
          onCancel(() => task.cancel());
          await task.done;
        };
        if (!beyond.has(page)) {
          try {
            return await paintBy(paper);
          } catch (error) {
            if (!(error instanceof BeyondPainter)) throw error;
            beyond.add(page);
          }
        }
        here ??= open();
        await paintBy(await here);
      }),
    forget(page) {
      paper.forget(page);
      here?.then(
        (pages) => pages.forget(page),
        () => undefined,
      );
    },
    close() {
      paper.close();
      here?.then(
        (pages) => pages.close(),
        () => undefined,
      );
    },
  };
}

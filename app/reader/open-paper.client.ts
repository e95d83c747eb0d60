/**
 * Opens a paper for painting: by the thread that paints, and by the page itself for what that thread cannot do, and in
 * browsers that have none. The engine is loaded into the page only then.
 */
import { BeyondPainter, startPainter } from "./painter.client";
import { type OpenPaper, painting } from "./painting";
import { openPaperBytes } from "./paper-bytes.client";
import { startParser } from "./parser.client";

export type Opening = {
  /** can be ordered from at once; null where no thread paints */
  soon: OpenPaper | null;
  /** rejects with `PaperGone`, or with an error for a file that the engine cannot read */
  paper: Promise<OpenPaper>;
};

/** `onLine` tells when the line breaks and when it is back. */
export function openPaper(
  url: string,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Opening {
  const openHere = () => openOnPage(url, signal, onLine);
  const painter = startPainter();
  if (painter === null) return { soon: null, paper: openHere() };
  const soon = painter.open(url, signal, onLine);
  const open = async () => {
    if (!(await painter.paints)) return openHere();
    await soon.opened;
    return withHelp(soon, openHere);
  };
  return { soon, paper: open() };
}

async function openOnPage(
  url: string,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Promise<OpenPaper> {
  const [{ openPages }, bytes] = await Promise.all([
    import("./engine.client"),
    openPaperBytes(url, signal, onLine),
  ]);
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

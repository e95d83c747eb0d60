/**
 * The paper that the server has drawn the first page of: opened before the reader's own screen runs, which then takes it
 * over. It needs little, so that it comes before the rest.
 */
import { densityFor, maxLivePages } from "./canvas-budget";
import { type Opening, openPaper } from "./open-paper.client";
import type { OpenPaper } from "./painting";

type Early = {
  versionId: string;
  opening: Opening;
  ending: AbortController;
  line: { isUp: boolean; listener: (isUp: boolean) => void };
};

/** Nobody came for it: the reader's screen shows another paper. */
const keptForMs = 20_000;

let early: Early | null = null;

/**
 * What the server says of the sheet it has drawn: the version, the number of the page, and how wide that is in points.
 */
function drawnOn({ dataset }: HTMLElement) {
  const { version } = dataset;
  const [page, points] = [Number(dataset.page), Number(dataset.points)];
  return version !== undefined && page >= 1 && points > 0
    ? { versionId: version, page, points }
    : null;
}

export function openEarly(sheet: HTMLElement): void {
  const drawn = drawnOn(sheet);
  if (drawn === null) return;
  const opened = open(drawn.versionId);
  early = opened;
  setTimeout(() => {
    if (early === opened) drop();
  }, keptForMs);
}

/** Paints over the poster; the reader's own picture takes its place with the first layout. */
export function paintEarly(sheet: HTMLElement): void {
  const drawn = drawnOn(sheet);
  const canvas = sheet.querySelector("canvas");
  if (early === null || drawn === null || canvas === null) return;
  const { width, height } = sheet.getBoundingClientRect();
  const density = densityFor({ width, height }, maxLivePages, window.devicePixelRatio);
  canvas.width = Math.floor(width * density);
  canvas.height = Math.floor(height * density);
  early.opening.soon?.paint(drawn.page, canvas, canvas.width / drawn.points).done.then(
    () => sheet.setAttribute("data-early", "painted"),
    () => {
      // The reader's own opening says what is wrong; until then the poster stands.
      canvas.width = 0;
      canvas.height = 0;
    },
  );
}

/** The paper, opened early or now. Rejects as `openPaperBytes` and `openPaper` do. */
export function paperOf(
  versionId: string,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Promise<OpenPaper> {
  const { line, ending, opening } = early?.versionId === versionId ? early : open(versionId);
  if (opening !== early?.opening) drop();
  early = null;
  line.listener = onLine;
  if (!line.isUp) onLine(false);
  if (signal.aborted) ending.abort();
  signal.addEventListener("abort", () => ending.abort(), { once: true });
  return opening.paper;
}

function open(versionId: string): Early {
  const ending = new AbortController();
  const { signal } = ending;
  const line: Early["line"] = { isUp: true, listener: () => undefined };
  const onLine = (isUp: boolean) => {
    line.isUp = isUp;
    line.listener(isUp);
  };
  const opening = openPaper(`/documents/${versionId}`, signal, onLine);
  // Whoever takes it over hears of a failure; before that it must not count as unhandled.
  opening.paper.catch(() => undefined);
  return { versionId, opening, ending, line };
}

function drop(): void {
  early?.ending.abort();
  early = null;
}

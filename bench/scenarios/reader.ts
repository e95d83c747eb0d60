/**
 * `reader`: the 352-page paper on a tablet whose processor is four times slower, the server warm. Ours is the whole
 * product, signed in, with everything around the paper; the others show the file and nothing else.
 * `READER_SCRUB_SECONDS` lengthens the scrubbing (600 are the ten minutes of the target).
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../tests/support/chromium";
import { openPaperMeeting, type PaperMeeting } from "../../tests/support/paper-meeting";
import { pdf } from "../../tests/support/pdf";
import { ensureBuilt } from "../../tools/build.mjs";
import { type Row, row } from "../report";
import { serveViewers } from "../viewers";
import { type Scrubbing, Viewer } from "../viewers/viewer";

const repetitions = Number(process.env.READER_REPETITIONS ?? 5);
const scrubSeconds = Number(process.env.READER_SCRUB_SECONDS ?? 30);
const turns = 5;
const pages = 352;
/** The owner's paper, where it lies beside the project. */
const given = path.resolve(
  fileURLToPath(new URL("../../", import.meta.url)),
  process.env.READER_PAPER ?? "../shared/dossiers/freeculture.pdf",
);

const stock = "pdf.js stock viewer";
const pdfium = "PDFium in WebAssembly";

export async function reader(): Promise<Row[]> {
  await ensureBuilt();
  const folder = await mkdtemp(path.join(tmpdir(), "reader-bench-"));
  const file = existsSync(given) ? given : await writePaper(folder);
  const meeting = await openPaperMeeting({}, { inDataDir: true });
  const viewers = await serveViewers(file);
  const browser = await launchChromium({ imitatesCard: true });
  try {
    const address = await publish(meeting, file);
    const ours = new Viewer(browser, address, await meeting.cookieOf(meeting.people.member));
    const stockViewer = new Viewer(browser, `${viewers.address}/stock.html`);
    const pdfiumViewer = new Viewer(browser, `${viewers.address}/pdfium.html`);
    const all = [ours, stockViewer, pdfiumViewer];
    // The server is warm, and so is the file's cache.
    for (const viewer of all) await viewer.cold();

    const cold = all.map(() => [] as number[]);
    const seen = all.map(() => [] as number[]);
    const warm = all.map(() => [] as number[]);
    const turned = all.map(() => [] as number[]);
    for (let turn = 0; turn < repetitions; turn += 1) {
      for (const [index, viewer] of all.entries()) {
        const first = await viewer.cold();
        cold[index]?.push(first.paintedMs);
        seen[index]?.push(first.seenMs);
        // The plainest viewer shows one page at a time and prefetches none.
        const again = await viewer.warm(viewer === pdfiumViewer ? 0 : turns);
        warm[index]?.push(again.paintedMs);
        turned[index]?.push(...again.turnsMs);
      }
    }
    const beside = (measure: string, found: number[][], peer: 1 | 2) =>
      row(measure, "ms", found[0] ?? [], {
        name: peer === 1 ? stock : pdfium,
        values: found[peer] ?? [],
      });
    return [
      beside("first page ms", warm, 1),
      beside("first page ms, again", warm, 2),
      beside("first page, nothing cached", cold, 1),
      beside("first page, nothing cached, again", cold, 2),
      beside("first page seen (poster), nothing cached", seen, 1),
      beside("page turn, prefetched", turned, 1),
      ...scrubRows(
        await ours.scrub(pages, scrubSeconds),
        await stockViewer.scrub(pages, scrubSeconds),
      ),
    ];
  } finally {
    await browser.close();
    viewers.stop();
    await meeting.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function scrubRows(own: Scrubbing, peer: Scrubbing): Row[] {
  const beside = (measure: string, unit: string, of: (scrubbing: Scrubbing) => number) =>
    row(measure, unit, [of(own)], { name: stock, values: [of(peer)] });
  return [
    beside("memory of the tab after a third of the scrubbing", "MB", ({ thirdMb }) => thirdMb),
    beside("memory of the tab at its end", "MB", ({ endMb }) => endMb),
    beside("growth over its last two thirds", "%", ({ thirdMb, endMb }) => {
      return (endMb / thirdMb - 1) * 100;
    }),
    beside("canvases at their most", "MB", ({ canvasesMb }) => canvasesMb),
    beside("time blocked while scrubbing", "%", ({ blockedShare }) => blockedShare * 100),
  ];
}

async function publish(meeting: PaperMeeting, file: string): Promise<string> {
  const { items } = meeting;
  const { documentId } = await meeting.addPaper(items.open, await readFile(file), "Free Culture");
  await meeting.addPaper(items.closed, pdf({ pages: ["One"] }), "Another");
  await meeting.publish();
  return `${meeting.server.address}/meetings/${meeting.meetingId}/papers/${documentId}?page=1`;
}

/** As long as the owner's paper, and as full of words. */
async function writePaper(folder: string): Promise<string> {
  const line = "The body considered the report and asked the office to prepare it anew.";
  const file = path.join(folder, "paper.pdf");
  const texts = Array.from({ length: pages }, (_, page) =>
    Array.from({ length: 38 }, (_, number) => `${page + 1}.${number + 1} ${line}`).join("\n"),
  );
  await writeFile(file, pdf({ pages: texts }));
  return file;
}

/**
 * Runs before everything else of ours on a page that can show a paper (`app/early-scripts.server.ts`): the threads that
 * paint come side by side with the page's own program, and the page that the server has drawn is painted sharp while
 * that program is still being loaded.
 */

import { openEarly, paintEarly } from "./early-paper.client";
import { engineFiles } from "./engine-files";
import { startPainter } from "./painter.client";

startPainter();
const sheet = document.querySelector<HTMLElement>(".paper-sheet-unlaid");
if (sheet !== null) {
  openEarly(sheet);
  paintEarly(sheet);
}
// Most scans and many office files name a colour profile; the engine would ask for this in the middle of its first page.
fetch(`${engineFiles("wasm")}qcms_bg.wasm`, { priority: "low" }).catch(() => undefined);

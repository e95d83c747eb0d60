/**
 * Starts the thread that paints as soon as the reader's own code runs, not when it is first needed: its scripts and the
 * decoder of colours come side by side with the page's own start.
 */
import { engineFiles } from "./engine-files";
import { startPainter } from "./painter.client";

void startPainter();
// Most scans and many office files name a colour profile; the engine would ask for this in the middle of its first page.
fetch(`${engineFiles("wasm")}qcms_bg.wasm`, { priority: "low" }).catch(() => undefined);

/** Draws pages of a file in the process that looks into files; the last file stays open for the next pages of it. */
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { type Drawn, picturesFile, type Task } from "./inspection";
import { drawPage } from "./reading/draw-pages";
import { type OpenedDocument, openDocument } from "./reading/pdfium";

let held: { path: string; document: OpenedDocument | null } | null = null;

/** The pictures stand one after the other in one file of the folder, in the order of the pages asked for. */
export async function draw(task: Extract<Task, { kind: "draw" }>): Promise<Drawn> {
  const document = await documentAt(task.path);
  const pictures: Drawn["pictures"] = [];
  const file = await open(path.join(task.folder, picturesFile), "w");
  try {
    for (const page of task.pages) {
      const picture = document && (await drawPage(document.handle, page, task.picture));
      if (picture) await file.writeFile(picture);
      pictures.push(picture ? picture.byteLength : null);
    }
  } finally {
    await file.close();
  }
  return { pictures };
}

/** Stored files never change, so the path says which bytes they are. */
async function documentAt(at: string): Promise<OpenedDocument | null> {
  if (held?.path === at) return held.document;
  held?.document?.close();
  held = null;
  held = { path: at, document: await openDocument(await readFile(at)) };
  return held.document;
}

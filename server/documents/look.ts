/** All that is found in one file and made of it, in the process that looks into files. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { inspectPdf } from "./inspect-pdf";
import { derivedFile, type Finding, outlineFile, textFile } from "./inspection";
import { derive } from "./reading/derive";
import { packRuns } from "./reading/packed-runs";
import { readText } from "./reading/read-text";

const compressed = promisify(gzip);

/** Never throws for what is in the bytes. Files for readers are written into the folder as they are served. */
export async function look(bytes: Buffer, folder: string): Promise<Finding> {
  const examined = await inspectPdf(bytes);
  if (!examined.ok) return examined;
  const derived = await derive(bytes, examined.pages);
  // What cannot be written without the things that act in it is not served with them.
  if (derived === null && examined.flags.length > 0) {
    return { ok: false, reason: "document.damaged" };
  }
  if (derived !== null) await writeFile(path.join(folder, derivedFile), derived);
  const text = await readText(derived ?? bytes, examined.pageRuns);
  const { outline, ...found } = examined;
  const write = async (name: string, made: unknown) =>
    writeFile(path.join(folder, name), await compressed(JSON.stringify(made)));
  await write(textFile, text);
  await write(outlineFile, outline);
  return {
    ...found,
    derived: derived !== null,
    reliability: text.reliability,
    texts: text.pages.map((page) => ({ content: page.text, runs: packRuns(page.runs) })),
  };
}

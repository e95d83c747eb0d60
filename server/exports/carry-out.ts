/** Carries an order out: reads the marks, finds their places, and writes what leaves. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { VersionText } from "../../domain/documents";
import { csvOf, listedLines, listRows, outgoingMarks, takenOf } from "../../domain/exports";
import type { VersionId } from "../../domain/ids";
import { placeOn } from "../../domain/marks";
import type { ExportOrder, MarksOrder } from "./order";
import { writeSheet } from "./pdf/write-sheet";
import { readMarks } from "./read-marks";

/** @throws for bytes that cannot be written into */
export async function carryOut(order: ExportOrder): Promise<Uint8Array> {
  if (order.as === "sheet") return await writeSheet(await readFile(order.from), order.sheet);
  const taken = taking(order.marks);
  if (order.as === "list") return Buffer.from(csvOf(listRows(taken, order.marks)));
  const sheet = {
    ...order.stamps,
    marks: outgoingMarks(taken, order.marks),
    listed: listedLines(taken, order.marks),
  };
  return await writeSheet(await readFile(order.from), sheet);
}

function taking({ documents, viewer, versionId, versions }: MarksOrder) {
  const { personId, secretariat } = viewer;
  const who = { personId, secretariat: new Set(secretariat) };
  const marks = readMarks(documents);
  const known = { order: versions.map((version) => version.versionId), textOf: textsOf(versions) };
  return takenOf(marks, who, (mark, said) => placeOn(mark, versionId, said, known));
}

/** A text is read when the first mark needs it, and once. */
function textsOf(versions: MarksOrder["versions"]): (versionId: VersionId) => VersionText | null {
  const read = new Map<VersionId, VersionText | null>();
  return (versionId) => {
    const known = read.get(versionId);
    if (known !== undefined) return known;
    const file = versions.find((version) => version.versionId === versionId)?.text ?? null;
    const text = file === null ? null : textIn(file);
    read.set(versionId, text);
    return text;
  };
}

const textIn = (file: string): VersionText =>
  VersionText.parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));

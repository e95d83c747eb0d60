/**
 * `layers`: a paper with 10,000 marks of 50 authors is opened, from asking to the marks that a screen would show; and
 * what it takes to store it, beside the same marks merged by Yjs.
 */
import { startChild } from "../child";
import type { Seated, Stored } from "../processes/cabinet";
import type { Opened } from "../processes/layer-reader";
import { type Row, row } from "../report";

const { BENCH_REPETITIONS = "5", BENCH_MARKS = "10000" } = process.env;
const members = 50;

export async function layers(): Promise<Row[]> {
  const cabinet = startChild("cabinet");
  const reader = startChild("layer-reader");
  try {
    await cabinet.ask("open");
    const seated = await cabinet.ask<Seated & { papers: string[] }>("seatWithPapers", {
      members,
      papers: 1,
    });
    const [documentId = ""] = seated.papers;
    const perAuthor = Math.ceil(Number(BENCH_MARKS) / members);
    await reader.ask("fill", { ...seated, documentId, perAuthor });
    await cabinet.ask("marksSettled");
    const stored = await cabinet.ask<Stored>("marksBytes", documentId);
    const openMs: number[] = [];
    const merged: number[] = [];
    for (let repetition = 0; repetition < Number(BENCH_REPETITIONS); repetition++) {
      const opened = await reader.ask<Opened>("open", { ...seated, documentId });
      if (opened.marks !== perAuthor * members)
        throw new Error(`${opened.marks} marks of ${perAuthor * members} were there`);
      openMs.push(opened.elapsedMs);
      merged.push(opened.mergedBytes);
    }
    const beside = { name: "the same marks merged by Yjs", values: merged };
    return [
      row(`open ${perAuthor * members} marks of ${members} authors`, "ms", openMs),
      row(
        "stored bytes after compaction: snapshots, places, what is not yet merged",
        "B",
        [stored.served],
        beside,
      ),
      row(
        "the same with the history, which is kept for the time that the body sets",
        "B",
        [stored.served + stored.history],
        beside,
      ),
    ];
  } finally {
    await reader.stop();
    await cabinet.stop();
  }
}

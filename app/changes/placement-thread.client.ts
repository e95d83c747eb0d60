/** The page's side of the thread that compares versions; begun when first needed. */
import type { VersionId } from "../../domain/ids";
import type { Placement } from "../../domain/marks";
import type { Comparison } from "../../domain/versions";
import type { Subject, Work, WorkAnswer } from "./placement-work";

type Waiting = { resolve: (answer: WorkAnswer) => void; reject: (error: Error) => void };
type Said = { id: number; answer: WorkAnswer } | { id: number; failure: string };

let thread: Worker | null = null;
let next = 0;
const waiting = new Map<number, Waiting>();
/** Texts the thread has, or is being given. */
const given = new Map<VersionId, Promise<void>>();

function threadOf(): Worker {
  if (thread !== null) return thread;
  const started = new Worker(new URL("./placement-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("answer" in data) asked?.resolve(data.answer);
    else asked?.reject(new Error(data.failure));
  });
  started.addEventListener("error", () => {
    // A thread that did not start, or fell over: whoever asks next gets a new one.
    thread = null;
    given.clear();
    for (const asked of waiting.values()) asked.reject(new Error("The comparing thread stopped."));
    waiting.clear();
  });
  thread = started;
  return started;
}

function ask(work: Work): Promise<WorkAnswer> {
  next += 1;
  const id = next;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    const transfer = work.type === "text" && work.bytes !== null ? [work.bytes] : [];
    threadOf().postMessage({ id, work }, transfer);
  });
}

/** Rejects while the line is down; a version without a text is no failure. */
function give(versionId: VersionId): Promise<void> {
  const known = given.get(versionId);
  if (known !== undefined) return known;
  const giving = (async () => {
    const response = await fetch(`/documents/${versionId}/text`);
    if (!response.ok && response.status !== 404) throw new Error(`text: ${response.status}`);
    const bytes = response.ok ? await response.arrayBuffer() : null;
    await ask({ type: "text", versionId, bytes });
  })();
  given.set(versionId, giving);
  giving.catch(() => given.delete(versionId));
  return giving;
}

/** Where marks stand on a version. `order`: all versions of the paper, the oldest first. */
export async function placeMarks(
  versionId: VersionId,
  order: readonly VersionId[],
  subjects: readonly Subject[],
): Promise<readonly Placement[]> {
  const needed = new Set([versionId]);
  for (const { mark, placements } of subjects) {
    needed.add(mark.madeOn);
    for (const { on } of placements) needed.add(on);
  }
  await Promise.all([...needed].filter((each) => order.includes(each)).map(give));
  const answer = await ask({ type: "place", versionId, order, subjects });
  return answer.type === "place" ? answer.placements : [];
}

export async function compareVersions(from: VersionId, to: VersionId): Promise<Comparison | null> {
  await Promise.all([give(from), give(to)]);
  const answer = await ask({ type: "compare", from, to });
  return answer.type === "compare" ? answer.comparison : null;
}

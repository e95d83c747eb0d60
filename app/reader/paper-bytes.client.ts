/** A paper's bytes in parts, from the server. A line that breaks is waited for, a right that is gone is said. */

export const chunkBytes = 256 * 1024;
/** The first part that is asked for: of a small paper all of it, of a large one its first page with what it is drawn from. */
const headBytes = 2 * chunkBytes;
const longestPauseMs = 5_000;

/** The server has no such paper for this person, or no session any more. */
export class PaperGone extends Error {}

export type PaperBytes = {
  length: number;
  read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
};

type Part = { bytes: Uint8Array<ArrayBuffer>; total: number };

/**
 * Begins at once with the head, so that the line is busy while the engine itself is still loading; how long the paper
 * is, that answer says (what is served for reading is not as long as what was uploaded). Then comes the tail, where the
 * table of objects is. `onLine` tells when the line breaks and when it is back.
 */
export async function openPaperBytes(
  url: string,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Promise<PaperBytes> {
  const fetchPart = (begin: number, end: number) => fetchRange(url, begin, end, signal, onLine);
  const head = await fetchPart(0, headBytes);
  const length = head.total;
  const lastChunk = Math.floor((length - 1) / chunkBytes) * chunkBytes;
  const ahead: { begin: number; end: number; part: Promise<Part> | Part }[] = [
    { begin: 0, end: head.bytes.byteLength, part: head },
  ];
  if (head.bytes.byteLength < length) {
    const tail = fetchPart(lastChunk, length);
    // Whoever reads gets the failure; before that it must not count as unhandled.
    tail.catch(() => undefined);
    ahead.push({ begin: lastChunk, end: length, part: tail });
  }
  return {
    length,
    async read(begin, end) {
      const known = ahead.find((part) => part.begin <= begin && end <= part.end);
      if (known === undefined) return (await fetchPart(begin, end)).bytes;
      // A copy: the engine hands its own on to its worker and loses it.
      return (await known.part).bytes.slice(begin - known.begin, end - known.begin);
    },
  };
}

async function fetchRange(
  url: string,
  begin: number,
  end: number,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Promise<Part> {
  for (let pauseMs = 250; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const part = await tryRange(url, begin, end, signal);
    if (part !== null) {
      onLine(true);
      return part;
    }
    signal.throwIfAborted();
    onLine(false);
    await pause(pauseMs, signal);
  }
}

/** null: worth another try. */
async function tryRange(
  url: string,
  begin: number,
  end: number,
  signal: AbortSignal,
): Promise<Part | null> {
  try {
    const response = await fetch(url, {
      headers: { Range: `bytes=${begin}-${end - 1}` },
      signal,
      // A part is small and asked for once; and Safari has trouble with cached parts.
      cache: "no-store",
    });
    if ([401, 403, 404].includes(response.status)) throw new PaperGone();
    if (response.status !== 206 && response.status !== 200) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A proxy that does not know ranges answers with the whole.
    if (response.status === 200) return { bytes: bytes.slice(begin, end), total: bytes.byteLength };
    const total = totalIn(response.headers.get("content-range"));
    const isWhole = total !== null && bytes.byteLength === Math.min(end, total) - begin;
    return isWhole ? { bytes, total } : null;
  } catch (error) {
    if (error instanceof PaperGone || signal.aborted) throw error;
    // Offline, refused or cut in the middle: all of these pass.
    return null;
  }
}

/** `bytes 0-99/1234`: 1234. */
function totalIn(contentRange: string | null): number | null {
  const total = Number(contentRange?.split("/")[1]);
  return Number.isSafeInteger(total) && total > 0 ? total : null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

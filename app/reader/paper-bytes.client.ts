/** A paper's bytes in parts, from the server. A line that breaks is waited for, a right that is gone is said. */

export const chunkBytes = 256 * 1024;
/** Smaller papers come whole: one request instead of several in a row. */
const wholeBytes = 1024 * 1024;
/** Where the first page usually lies, with what it is drawn from. */
const headBytes = 2 * chunkBytes;
const longestPauseMs = 5_000;

/** The server has no such paper for this person, or no session any more. */
export class PaperGone extends Error {}

export type PaperBytes = {
  length: number;
  read(begin: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * Begins at once with what any PDF needs first (its head and its tail, where the table of objects is), so that the line
 * is busy while the engine itself is still loading. `onLine` tells when the line breaks and when it is back.
 */
export function openPaperBytes(
  url: string,
  length: number,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): PaperBytes {
  const lastChunk = Math.floor((length - 1) / chunkBytes) * chunkBytes;
  const fetchPart = (begin: number, end: number) => fetchRange(url, begin, end, signal, onLine);
  const ahead: { begin: number; end: number; bytes: Promise<Uint8Array<ArrayBuffer>> }[] = (
    length <= wholeBytes
      ? [[0, length] as const]
      : [[0, headBytes] as const, [lastChunk, length] as const]
  ).map(([begin, end]) => ({ begin, end, bytes: fetchPart(begin, end) }));
  // Whoever reads gets the failure; before that it must not count as unhandled.
  for (const { bytes } of ahead) bytes.catch(() => undefined);

  return {
    length,
    async read(begin, end) {
      const known = ahead.find((part) => part.begin <= begin && end <= part.end);
      if (known === undefined) return fetchPart(begin, end);
      // A copy: the engine hands its own on to its worker and loses it.
      return (await known.bytes).slice(begin - known.begin, end - known.begin);
    },
  };
}

async function fetchRange(
  url: string,
  begin: number,
  end: number,
  signal: AbortSignal,
  onLine: (isUp: boolean) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let pauseMs = 250; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const bytes = await tryRange(url, begin, end, signal);
    if (bytes !== null) {
      onLine(true);
      return bytes;
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
): Promise<Uint8Array<ArrayBuffer> | null> {
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
    const part = response.status === 200 ? bytes.slice(begin, end) : bytes;
    return part.byteLength === end - begin ? part : null;
  } catch (error) {
    if (error instanceof PaperGone || signal.aborted) throw error;
    // Offline, refused or cut in the middle: all of these pass.
    return null;
  }
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

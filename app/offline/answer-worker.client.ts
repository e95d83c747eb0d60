/**
 * The page's side of a paper read without the network: the service worker asks, and the page that holds the open vault
 * decrypts. So the reader asks for bytes, words and pictures by the same addresses as ever, and nothing of a paper is
 * kept in clear.
 */
import { VersionId } from "../../domain/ids";
import { isVaultOpen, keptPart } from "./open-vault.client";
import { readsFromDevice } from "./read-from-device.client";
import { isAskForPaper, type PaperAnswer } from "./worker-messages";

const paperPath = /^\/documents\/([0-9a-f-]{36})(?:\/(.+))?$/;

export function answerWorker(): void {
  navigator.serviceWorker.addEventListener("message", ({ data, ports }: MessageEvent<unknown>) => {
    const [port] = ports;
    if (!isAskForPaper(data) || port === undefined) return;
    const { path, range, failed } = data;
    // While there is a network the server answers, and with it the right to read.
    if (!isVaultOpen() || (!failed && navigator.onLine && !readsFromDevice())) {
      port.postMessage(null);
      return;
    }
    port.postMessage("heard");
    answerTo(path, range).then(
      (answer) => port.postMessage(answer, answer === null ? [] : [answer.body]),
      () => port.postMessage(null),
    );
  });
  navigator.serviceWorker.startMessages();
}

async function answerTo(path: string, range: string | null): Promise<PaperAnswer> {
  const [, id, rest = ""] = paperPath.exec(path) ?? [];
  const versionId = VersionId.safeParse(id);
  if (!versionId.success) return null;
  const found = await keptPart(versionId.data, partOf(rest), (size) => rangeIn(range, size));
  if (found === null) return null;
  const { bytes, begin, sizeBytes, contentType } = found;
  const isPart = range !== null;
  return {
    status: isPart ? 206 : 200,
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(bytes.length),
      "Cache-Control": "no-store",
      ...(isPart && { "Content-Range": `bytes ${begin}-${begin + bytes.length - 1}/${sizeBytes}` }),
    },
    body: bytes.buffer,
  };
}

/** Large pictures of pages are not kept; the small one stands in for them until the page itself is painted. */
function partOf(rest: string): string {
  return rest.replace(/poster\.webp$/, "thumbnail.webp");
}

function rangeIn(header: string | null, sizeBytes: number): { begin: number; end: number } | null {
  if (header === null) return { begin: 0, end: sizeBytes };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? [];
  if (first === undefined) return null;
  const begin = Number(first);
  const end = last === "" || last === undefined ? sizeBytes : Math.min(sizeBytes, Number(last) + 1);
  return begin < end ? { begin, end } : null;
}

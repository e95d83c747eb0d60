/** One version of a paper, from the server into a parcel: in ranges, taken up where it broke off. */
import type { OfflineFile } from "../../domain/devices";
import type { MeetingId } from "../../domain/ids";
import {
  addPart,
  chunkBytes,
  complete,
  newParcel,
  putChunk,
  putPart,
  storedChunks,
} from "./parcels.client";
import { type ParcelRecord, vault } from "./vault-database.client";

/** The server has it no more, or not for this person: the pack is to be looked at anew. */
export class NotThere extends Error {}
/** The line, or a server that is busy: worth another try later. */
export class LineLost extends Error {}

/** A page's small picture counts for so much of the way: it takes a request of its own. */
export const pictureWeight = 8_000;

const smallParts = ["pages", "text", "outline"] as const;
const thumbnailsAtOnce = 4;

/** The complete parcel of this version, if it is here, else what was begun of it. */
export async function parcelOf(file: OfflineFile): Promise<ParcelRecord | null> {
  const parcels = await vault.run((opened) =>
    opened.getAllFromIndex("parcel", "byVersion", file.versionId),
  );
  return parcels.find(({ openKey }) => openKey === null) ?? parcels[0] ?? null;
}

/** @param onStep how much of the way was gone, in bytes; also for what an earlier attempt has brought */
export async function fetchVersion(
  meetingId: MeetingId,
  file: OfflineFile,
  signal: AbortSignal,
  onStep: (count: number) => void,
): Promise<ParcelRecord> {
  const url = `/documents/${file.versionId}`;
  const first = await ask(url, signal, { Range: `bytes=0-${chunkBytes - 1}` });
  const { size, tag } = sizeOf(first);
  // Bound to the hash of the bytes: a server that begins to send others begins a new parcel with a new key.
  const bound = JSON.stringify([file.documentId, tag]);
  const begun = await parcelOf(file);
  if (begun !== null && begun.openKey === null && begun.bound === bound) {
    onStep((begun.parts[""]?.sizeBytes ?? 0) + file.pages * pictureWeight);
    return begun;
  }
  const parcel =
    begun !== null && begun.openKey !== null && begun.bound === bound
      ? begun
      : await newParcel(meetingId, file.versionId, bound);
  const part = await addPart(parcel, "", size, "application/pdf");
  const stored = await storedChunks(parcel, part);
  for (let chunk = 0; chunk < part.chunks; chunk++) {
    const begin = chunk * chunkBytes;
    const end = Math.min(size, begin + chunkBytes);
    if (!stored.has(chunk)) {
      const answer =
        chunk === 0
          ? first
          : await ask(url, signal, { Range: `bytes=${begin}-${end - 1}`, "If-Range": tag });
      const bytes = new Uint8Array(await bodyOf(answer));
      if (answer.status === 200 && size !== bytes.length) throw new LineLost();
      const own = answer.status === 200 ? bytes.slice(begin, end) : bytes;
      if (own.length !== end - begin) throw new LineLost();
      await putChunk(parcel, "", chunk, own);
    }
    onStep(end - begin);
  }
  for (const name of smallParts) await fetchSmall(parcel, url, name, signal);
  await fetchThumbnails(parcel, url, file.pages, signal, onStep);
  await complete(parcel);
  return parcel;
}

/** What a paper may lack (a scan has no text) is not kept, and its absence is no fault. */
async function fetchSmall(
  parcel: ParcelRecord,
  url: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const known = parcel.parts[name];
  if (known !== undefined && (await storedChunks(parcel, known)).size === known.chunks) return;
  const answer = await ask(`${url}/${name}`, signal).catch((error: unknown) => {
    if (error instanceof NotThere) return null;
    throw error;
  });
  if (answer === null) return;
  const bytes = new Uint8Array(await bodyOf(answer));
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  await putPart(parcel, name, bytes, type);
}

async function fetchThumbnails(
  parcel: ParcelRecord,
  url: string,
  pages: number,
  signal: AbortSignal,
  onStep: (count: number) => void,
): Promise<void> {
  let next = 1;
  const one = async (): Promise<void> => {
    while (next <= pages) {
      const page = next++;
      await fetchSmall(parcel, url, `pages/${page}/thumbnail.webp`, signal);
      onStep(pictureWeight);
    }
  };
  await Promise.all(Array.from({ length: thumbnailsAtOnce }, one));
}

export async function ask(
  url: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  const answer = await fetch(url, { headers, signal, cache: "no-store" }).catch(
    (error: unknown) => {
      throw signal.aborted ? error : new LineLost();
    },
  );
  if (answer.status === 401 || answer.redirected) throw new LineLost();
  if (answer.status === 403 || answer.status === 404) throw new NotThere();
  if (!answer.ok) throw new LineLost();
  return answer;
}

async function bodyOf(answer: Response): Promise<ArrayBuffer> {
  try {
    return await answer.arrayBuffer();
  } catch {
    throw new LineLost();
  }
}

function sizeOf(answer: Response): { size: number; tag: string } {
  const tag = answer.headers.get("etag") ?? "";
  const range = /^bytes \d+-\d+\/(\d+)$/.exec(answer.headers.get("content-range") ?? "");
  const size = Number(range?.[1] ?? answer.headers.get("content-length"));
  if (tag === "" || !Number.isSafeInteger(size) || size < 1) throw new LineLost();
  return { size, tag };
}

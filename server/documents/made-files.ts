/** How a stored file goes out to a reader who may have it. */
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Request, Response } from "express";
import { logFailure } from "../log";
import type { ByteRange, FileStore, StoredFile } from "./file-store";
import type { Picture } from "./pictures";

/** Whether the asker has these bytes already (`If-None-Match`). */
export function listsTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((tag) => {
    const own = tag.trim().replace(/^W\//, "");
    return own === "*" || own === etag;
  });
}

/** The bytes, or a part of them; headers are the caller's. A reader who leaves in the middle is no failure. */
export async function send(
  request: Request,
  response: Response,
  store: FileStore,
  sha256: string,
  range?: ByteRange,
): Promise<void> {
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const bytes = await store.open(sha256, range);
  if (bytes === null) throw new Error("A file that was kept is missing in the store.");
  await pipeline(bytes, response).catch((error: unknown) => {
    // A reader who turns the page leaves in the middle; that is no failure.
    if (response.destroyed && (!bytes.errored || wasLeft(error))) return;
    logFailure("a paper's bytes broke off", error);
    response.destroy();
  });
}

/** JSON that lies compressed (gzip) in the store; unpacked on the way for the rare asker who cannot. */
export async function sendCompressed(
  request: Request,
  response: Response,
  store: FileStore,
  { sha256, sizeBytes }: StoredFile,
): Promise<void> {
  const etag = `"${sha256}"`;
  response.set({
    ETag: etag,
    "Content-Type": "application/json; charset=utf-8",
    Vary: "Accept-Encoding",
  });
  if (listsTag(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return;
  }
  if (request.acceptsEncodings("gzip") === "gzip") {
    response.set({ "Content-Encoding": "gzip", "Content-Length": String(sizeBytes) });
    await send(request, response, store, sha256);
    return;
  }
  const bytes = await store.open(sha256);
  if (bytes === null) throw new Error("A file that was kept is missing in the store.");
  if (request.method === "HEAD") {
    bytes.destroy();
    response.end();
    return;
  }
  await pipeline(bytes, createGunzip(), response).catch((error: unknown) => {
    if (response.destroyed && (!bytes.errored || wasLeft(error))) return;
    logFailure("a paper's text broke off", error);
    response.destroy();
  });
}

/** One picture out of a file of several. */
export async function sendPicture(
  request: Request,
  response: Response,
  store: FileStore,
  { sha256, range }: Picture,
): Promise<void> {
  const etag = `"${sha256}-${range.first}"`;
  response.set({ ETag: etag, "Content-Type": "image/webp" });
  if (listsTag(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return;
  }
  response.set("Content-Length", String(range.last - range.first + 1));
  await send(request, response, store, sha256, range);
}

/** The reader's end was closed before all was sent; the stream that was read from is then ended with this too. */
function wasLeft(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

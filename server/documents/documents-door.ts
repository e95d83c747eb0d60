/** `GET /documents/:versionId`: a paper's bytes, for those who may see it, and its pages' sizes. */
import { pipeline } from "node:stream/promises";
import express, { type Request, type RequestHandler, type Response } from "express";
import { VersionId } from "../../domain/ids";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import { logFailure } from "../log";
import { rangeOf } from "./byte-range";
import type { FileStore } from "./file-store";
import type { ReadDocument, ServedDocument } from "./reads";

type Parts = { store: FileStore; read: ReadDocument };

/** Mounted at `/documents`, behind the reading of the session. */
export function documentsDoor({ store, read }: Parts): RequestHandler {
  const router = express.Router();
  router.use(requireSession);

  const documentFor = async (request: Request, response: Response): Promise<ServedDocument> => {
    const versionId = VersionId.safeParse(request.params.versionId);
    const session = sessionOf(response);
    const document =
      session !== null && versionId.success ? await read(versionId.data, session.personId) : null;
    // Not there and not yours are the same answer.
    if (document === null) throw new Refused(404, { code: "not_found" });
    response.set({
      // Asked each time, because a right may be gone; the bytes themselves never change, so 304 is enough.
      "Cache-Control": "private, no-cache, no-transform",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      // Whatever a browser takes the bytes for, they run nothing and reach nothing.
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    return document;
  };

  router.get("/:versionId/pages", async (request, response, next) => {
    try {
      const document = await documentFor(request, response);
      response.json({ pageRuns: document.pageRuns });
    } catch (error) {
      next(error);
    }
  });

  // Express answers HEAD by the same handler.
  router.get("/:versionId", async (request, response, next) => {
    try {
      const document = await documentFor(request, response);
      await serve(store, document, request, response);
    } catch (error) {
      next(error);
    }
  });

  return router;
}

async function serve(
  store: FileStore,
  document: ServedDocument,
  request: Request,
  response: Response,
): Promise<void> {
  const { sha256, sizeBytes, flags } = document;
  const etag = `"${sha256}"`;
  response.set({
    ETag: etag,
    "Accept-Ranges": "bytes",
    "Content-Type": "application/pdf",
    "Content-Disposition": disposition(document.fileName, request.query.download !== undefined),
    // What the paper could do by itself travels with it.
    ...(flags.length > 0 && { "X-Active-Content": flags.join(", ") }),
  });
  if (listsTag(request.headers["if-none-match"], etag)) {
    response.status(304).end();
    return;
  }
  const asked = rangeOf(rangeHeader(request, etag), sizeBytes);
  if (asked === "unsatisfiable") {
    response.status(416).set("Content-Range", `bytes */${sizeBytes}`).end();
    return;
  }
  const range = asked === "whole" ? { first: 0, last: sizeBytes - 1 } : asked;
  if (asked !== "whole") {
    response.status(206).set("Content-Range", `bytes ${range.first}-${range.last}/${sizeBytes}`);
  }
  response.set("Content-Length", String(range.last - range.first + 1));
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const bytes = await store.open(sha256, range);
  if (bytes === null) throw new Error("The bytes of a ready version are missing in the store.");
  await pipeline(bytes, response).catch((error: unknown) => {
    // A reader who turns the page leaves in the middle; that is no failure.
    if (response.destroyed && !bytes.errored) return;
    logFailure("a paper's bytes broke off", error);
    response.destroy();
  });
}

/** A range is for the bytes that the asker already has a part of; with other bytes the whole is sent. */
function rangeHeader({ headers }: Request, etag: string): string | undefined {
  const condition = headers["if-range"];
  return condition === undefined || condition === etag ? headers.range : undefined;
}

function listsTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((tag) => tag.trim() === "*" || tag.trim() === etag);
}

/** The name twice (RFC 6266): for old readers without its marks, for all others exactly (RFC 5987). */
function disposition(fileName: string, download: boolean): string {
  const plain = fileName
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .replace(/[^\x20-\x7E]|["\\%]/g, "_");
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${download ? "attachment" : "inline"}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

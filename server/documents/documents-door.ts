/** `GET /documents/:versionId`: a paper's bytes, for those who may see it, and its pages' sizes. */
import express, { type Request, type RequestHandler, type Response } from "express";
import { VersionId } from "../../domain/ids";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import { rangeOf } from "./byte-range";
import type { FileStore } from "./file-store";
import { listsTag, send, sendCompressed } from "./made-files";
import type { Readings } from "./readings";
import type { ReadDocument, ServedDocument } from "./reads";

type Parts = {
  store: FileStore;
  madeStore: FileStore;
  readings: Pick<Readings, "find">;
  read: ReadDocument;
};

/** Mounted at `/documents`, behind the reading of the session. */
export function documentsDoor({ store, madeStore, readings, read }: Parts): RequestHandler {
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

  router.get("/:versionId/text", async (request, response, next) => {
    try {
      const { sha256 } = await documentFor(request, response);
      const reading = await readings.find(sha256);
      // No maker of ours can read it any more; the bytes are still there.
      if (reading === null) throw new Refused(404, { code: "not_found" });
      const { textSha256, textBytes } = reading;
      await sendCompressed(request, response, madeStore, {
        sha256: textSha256,
        sizeBytes: textBytes,
      });
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
  await send(request, response, store, sha256, range);
}

/** A range is for the bytes that the asker already has a part of; with other bytes the whole is sent. */
function rangeHeader({ headers }: Request, etag: string): string | undefined {
  const condition = headers["if-range"];
  return condition === undefined || condition === etag ? headers.range : undefined;
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

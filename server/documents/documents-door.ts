/** `GET /documents/:versionId…`: a paper's bytes and what was made of them, for those who may see it. */
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { z } from "zod";
import { VersionId } from "../../domain/ids";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import { rangeOf } from "./byte-range";
import { disposition } from "./disposition";
import type { FileStore, StoredFile } from "./file-store";
import { PictureKind } from "./inspection";
import { listsTag, send, sendCompressed, sendPicture } from "./made-files";
import type { Pictures } from "./pictures";
import type { Reading, Readings } from "./readings";
import type { ReadDocument, ServedDocument } from "./reads";

type Parts = {
  store: FileStore;
  madeStore: FileStore;
  readings: Pick<Readings, "find">;
  pictures: Pick<Pictures, "find">;
  read: ReadDocument;
};

/** Mounted at `/documents`, behind the reading of the session. */
export function documentsDoor({
  store,
  madeStore,
  readings,
  pictures,
  read,
}: Parts): RequestHandler {
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
      // Asked each time, because a right may be gone; and nothing of a paper lies in clear on a tablet that is lost.
      "Cache-Control": "private, no-store, no-transform",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      // Whatever a browser takes the bytes for, they run nothing and reach nothing.
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    return document;
  };

  /** A door for those who may see the paper; whatever fails is answered in one place. */
  const door =
    (
      serve: (
        document: ServedDocument,
        request: Request,
        response: Response,
      ) => Promise<void> | void,
    ) =>
    async (request: Request, response: Response, next: NextFunction) => {
      try {
        await serve(await documentFor(request, response), request, response);
      } catch (error) {
        next(error);
      }
    };

  /** What was made of the bytes; when no maker of ours can read them any more, the bytes are still there. */
  const readingOf = async ({ sha256 }: ServedDocument): Promise<Reading> => {
    const reading = await readings.find(sha256);
    if (reading === null) throw new Refused(404, { code: "not_found" });
    return reading;
  };

  router.get(
    "/:versionId/pages",
    door(({ pageRuns }, _request, response) => {
      response.json({ pageRuns });
    }),
  );

  router.get(
    "/:versionId/text",
    door(async (document, request, response) => {
      const { text } = await readingOf(document);
      await sendCompressed(request, response, madeStore, text);
    }),
  );

  router.get(
    "/:versionId/outline",
    door(async (document, request, response) => {
      const { outline } = await readingOf(document);
      await sendCompressed(request, response, madeStore, outline);
    }),
  );

  router.get(
    "/:versionId/pages/:page/:kind.webp",
    door(async (document, request, response) => {
      const asked = PictureAsked.safeParse(request.params);
      const isThere = asked.success && asked.data.page <= document.pages;
      const picture = isThere
        ? await pictures.find(document, asked.data.kind, asked.data.page)
        : null;
      if (picture === null) throw new Refused(404, { code: "not_found" });
      await sendPicture(request, response, madeStore, picture);
    }),
  );

  // Express answers HEAD by the same handler.
  router.get(
    "/:versionId",
    door(async (document, request, response) => {
      if (request.query.original !== undefined) {
        if (!document.mayTakeOriginal) throw new Refused(403, { code: "forbidden" });
        await serve(store, document.source ?? document, document, request, response);
        return;
      }
      // Waited for when an older product left none: bytes that changed while they are read would be no paper.
      const { served } = (await readings.find(document.sha256)) ?? { served: null };
      if (served !== null) await serve(madeStore, served, document, request, response);
      else if (document.flags.length === 0)
        await serve(store, document, document, request, response);
      else throw new Refused(404, { code: "not_found" });
    }),
  );

  return router;
}

const PictureAsked = z.object({ page: z.coerce.number().int().min(1), kind: PictureKind });

async function serve(
  store: FileStore,
  { sha256, sizeBytes }: StoredFile,
  { fileName, flags, source }: ServedDocument,
  request: Request,
  response: Response,
): Promise<void> {
  const { original, download } = request.query;
  const isSource = source?.sha256 === sha256;
  const name = source === null || isSource ? fileName : fileName.replace(/\.[^.]*$/, ".pdf");
  const etag = `"${sha256}"`;
  response.set({
    ETag: etag,
    "Accept-Ranges": "bytes",
    "Content-Type": isSource ? source.mediaType : "application/pdf",
    "Content-Disposition": disposition(name, (original ?? download) !== undefined),
    // What the paper could do by itself is told with it; what is served for reading has it no more.
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

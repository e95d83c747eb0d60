/**
 * `PUT /bookmarks/:meetingId/:documentId`: a reader's own place or bookmark in a paper that they may see. Outside of the
 * journal and of the commands: it is nobody's business but theirs.
 */
import express, { type RequestHandler } from "express";
import { BookmarkChange } from "../../domain/bookmarks";
import { DocumentId, MeetingId, type PersonId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import type { BookmarkStore } from "./store";

type Parts = {
  bookmarks: BookmarkStore;
  meetingView(meetingId: MeetingId, personId: PersonId): Promise<MeetingView | null>;
};

const bodyLimit = "4kb";

/** Mounted at `/bookmarks`, behind the session and the check that changes come from our own pages. */
export function bookmarksDoor({ bookmarks, meetingView }: Parts): RequestHandler {
  const router = express.Router();
  router.use(requireSession);

  router.put(
    "/:meetingId/:documentId",
    express.json({ limit: bodyLimit }),
    async (request, response, next) => {
      try {
        const session = sessionOf(response);
        const meetingId = MeetingId.safeParse(request.params.meetingId);
        const documentId = DocumentId.safeParse(request.params.documentId);
        const notThere = new Refused(404, { code: "not_found" });
        if (session === null || !meetingId.success || !documentId.success) throw notThere;
        const { personId } = session;
        const view = await meetingView(meetingId.data, personId);
        if (view === null || !seesPaper(view, documentId.data)) throw notThere;
        const change = BookmarkChange.safeParse(request.body);
        if (!change.success) throw new Refused(400, { code: "invalid" });
        const owner = { personId, meetingId: meetingId.data, documentId: documentId.data };
        const at = await bookmarks.change(owner, change.data);
        if (at === null) throw new Refused(400, { code: "invalid" });
        response.json({ at });
      } catch (error) {
        next(error);
      }
    },
  );
  return router;
}

/** What is in the view may be read, what is not is not there. */
export function seesPaper({ shared }: MeetingView, documentId: DocumentId): boolean {
  return [shared.items, shared.office?.items ?? []].some((items) =>
    items.some(({ papers }) => papers.some((paper) => paper.documentId === documentId)),
  );
}

import { useEffect, useState } from "react";
import type { Remembered } from "../../domain/bookmarks";
import type { DocumentId, MeetingId, VersionId } from "../../domain/ids";
import type { Place, Zoom } from "./layout";
import { type Marked, PrivateNotes } from "./private-notes.client";

export type Notes = {
  start(): (Place & { zoom: Zoom }) | null;
  rest(versionId: VersionId, place: Place, zoom: Zoom): void;
  bookmarks(): readonly Marked[];
  toggle(versionId: VersionId, page: number): void;
  subscribe(watcher: () => void): () => void;
};

/** The reader's own place and bookmarks in a paper, for as long as it is open. */
export function usePrivateNotes(
  meetingId: MeetingId,
  documentId: DocumentId,
  left: Remembered | null,
): Notes {
  const [notes] = useState(() =>
    typeof window === "undefined"
      ? fromServer(left)
      : new PrivateNotes(meetingId, documentId, left),
  );
  useEffect(() => {
    if (!(notes instanceof PrivateNotes)) return;
    const onHide = () => {
      if (document.hidden) notes.flush();
    };
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      notes.flush();
    };
  }, [notes]);
  return notes;
}

/** On the server a page is only drawn. */
function fromServer(left: Remembered | null): Notes {
  const nothing = () => undefined;
  return {
    start: () => null,
    rest: nothing,
    bookmarks: () => left?.bookmarks ?? none,
    toggle: nothing,
    subscribe: () => nothing,
  };
}

const none: readonly Marked[] = [];

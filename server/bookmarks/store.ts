/** Keeps places and bookmarks. Each change is one statement: repeating it changes nothing, and the last one counts. */
import { and, eq, ne, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { bookmark, readingPlace } from "../../db/schema/bookmarks";
import {
  type BookmarkChange,
  mostBookmarks,
  nothingRemembered,
  type Remembered,
} from "../../domain/bookmarks";
import { DocumentId, type MeetingId, type PersonId, VersionId } from "../../domain/ids";
import { type Instant, instantOf } from "../../domain/text";

export type Owner = { personId: PersonId; meetingId: MeetingId; documentId: DocumentId };

export type BookmarkStore = {
  /** Durable when it answers: when it was kept, or null when there are too many already. */
  change(owner: Owner, change: BookmarkChange): Promise<Instant | null>;
  /** By paper, of one meeting; only the person's own. */
  of(personId: PersonId, meetingId: MeetingId): Promise<Readonly<Record<DocumentId, Remembered>>>;
};

export function openBookmarks(drizzle: PostgresJsDatabase): BookmarkStore {
  const isOwn = (table: typeof bookmark | typeof readingPlace, owner: Owner) =>
    and(
      eq(table.personId, owner.personId),
      eq(table.meetingId, owner.meetingId),
      eq(table.documentId, owner.documentId),
    );
  const now = sql`now()`;

  return {
    async change(owner, change) {
      switch (change.what) {
        case "place": {
          const [row] = await drizzle
            .insert(readingPlace)
            .values({ ...owner, ...change.place })
            .onConflictDoUpdate({
              target: [readingPlace.personId, readingPlace.meetingId, readingPlace.documentId],
              set: { ...change.place, at: now },
            })
            .returning({ at: readingPlace.at });
          return at(row);
        }
        case "add": {
          const { versionId, page } = change;
          const others = and(isOwn(bookmark, owner), ne(bookmark.page, page));
          if ((await drizzle.$count(bookmark, others)) >= mostBookmarks) return null;
          const [row] = await drizzle
            .insert(bookmark)
            .values({ ...owner, versionId, page })
            .onConflictDoUpdate({
              target: [bookmark.personId, bookmark.meetingId, bookmark.documentId, bookmark.page],
              set: { versionId, at: now },
            })
            .returning({ at: bookmark.at });
          return at(row);
        }
        case "remove": {
          await drizzle
            .delete(bookmark)
            .where(and(isOwn(bookmark, owner), eq(bookmark.page, change.page)));
          return instantOf(new Date());
        }
      }
    },

    async of(personId, meetingId) {
      const [places, marked] = await Promise.all([
        drizzle
          .select()
          .from(readingPlace)
          .where(and(eq(readingPlace.personId, personId), eq(readingPlace.meetingId, meetingId))),
        drizzle
          .select()
          .from(bookmark)
          .where(and(eq(bookmark.personId, personId), eq(bookmark.meetingId, meetingId)))
          .orderBy(bookmark.page),
      ]);
      const byPaper: Record<DocumentId, Remembered> = {};
      for (const { documentId, versionId, page, part, at: kept } of places) {
        byPaper[DocumentId.parse(documentId)] = {
          place: { versionId: VersionId.parse(versionId), page, part, at: toInstant(kept) },
          bookmarks: [],
        };
      }
      for (const { documentId, versionId, page, at: kept } of marked) {
        const which = DocumentId.parse(documentId);
        const before = byPaper[which] ?? nothingRemembered;
        const added = { versionId: VersionId.parse(versionId), page, at: toInstant(kept) };
        byPaper[which] = { ...before, bookmarks: [...before.bookmarks, added] };
      }
      return byPaper;
    },
  };
}

function at(row: { at: string } | undefined): Instant {
  if (row === undefined) throw new Error("A place that was written was not answered.");
  return toInstant(row.at);
}

function toInstant(stored: string): Instant {
  return instantOf(new Date(stored));
}

/**
 * What a reader leaves in a paper for themselves: the place where reading stopped, and bookmarks. Private notes, no
 * official acts: they are not in the journal, nobody else reads them, and of two devices the later word counts.
 */
import { z } from "zod";
import { VersionId } from "../ids";
import { Instant } from "../text";

const page = z.int().min(1).max(20_000);

export const ReadingPlace = z.strictObject({
  versionId: VersionId,
  page,
  /** part of the page above the place, 0…1 */
  part: z.number().min(0).max(1),
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

export const BookmarkChange = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("place"), place: ReadingPlace }),
  z.strictObject({ what: z.literal("add"), versionId: VersionId, page }),
  z.strictObject({ what: z.literal("remove"), page }),
]);
export type BookmarkChange = z.infer<typeof BookmarkChange>;

/** One page of a paper that its reader marked to find again; made on `versionId`. */
export const Bookmark = z.strictObject({ versionId: VersionId, page, at: Instant });
export type Bookmark = z.infer<typeof Bookmark>;

/** Of one paper; bookmarks by page. */
export const Remembered = z.strictObject({
  place: ReadingPlace.extend({ at: Instant }).nullable(),
  bookmarks: z.array(Bookmark),
});
export type Remembered = z.infer<typeof Remembered>;

export const nothingRemembered: Remembered = { place: null, bookmarks: [] };

/** More than anybody finds again; what comes after is refused. */
export const mostBookmarks = 500;

/** What there is to search in a meeting as one viewer sees it, and what the answer says of each paper. */
import type { TextReliability } from "../documents";
import type { DocumentId, ItemId, MeetingId, VersionId } from "../ids";
import type { SharedView } from "../meetings";
import type { Bilingual } from "../text";
import type { Found } from "./search";

/** A paper that can be searched, with what a result says of it. */
export type SearchedPaper = {
  meetingId: MeetingId;
  meetingTitle: Bilingual;
  itemId: ItemId;
  /** "2", "2.1" */
  itemNumber: string;
  itemTitle: Bilingual;
  documentId: DocumentId;
  title: Bilingual;
  versionId: VersionId;
  /** first page in the pack's running numbering */
  startPage: number;
  pages: number;
};

/** A paper in which search may miss what can be read: a scan, or letters that cannot be told. */
export type SilentPaper = {
  paper: SearchedPaper;
  reliability: Exclude<TextReliability, "reliable" | "converted">;
};

export type SearchAnswer = Found<SearchedPaper> & {
  /** among the papers that were searched; empty where everything is searched */
  silent: readonly SilentPaper[];
};

/** The current versions of the papers in a view, in the order of the pack. */
export function searchedPapersOf({ meetingId, info, items }: SharedView): SearchedPaper[] {
  return items.flatMap(({ itemId, number, title, papers }) =>
    papers.flatMap(({ documentId, title: paperTitle, holding }) =>
      holding.type !== "file"
        ? []
        : {
            meetingId,
            meetingTitle: info.title,
            itemId,
            itemNumber: number,
            itemTitle: title,
            documentId,
            title: paperTitle,
            versionId: holding.versionId,
            startPage: holding.startPage,
            pages: holding.pages,
          },
    ),
  );
}

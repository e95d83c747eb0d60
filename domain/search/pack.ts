/** What there is to search in a meeting as one viewer sees it, and what the answer says of each paper. */
import { z } from "zod";
import { DocumentId, ItemId, MeetingId, VersionId } from "../ids";
import { PackRun, packPage, type SharedView } from "../meetings";

const Bilingual = z.object({ vi: z.string(), en: z.string() });

/** A paper that can be searched, with what a result says of it. */
export const SearchedPaper = z.object({
  meetingId: MeetingId,
  meetingTitle: Bilingual,
  itemId: ItemId,
  /** "2", "2.1" */
  itemNumber: z.string(),
  itemTitle: Bilingual,
  documentId: DocumentId,
  title: Bilingual,
  versionId: VersionId,
  /** its pages in the pack's running numbering */
  numbers: z.array(PackRun).readonly(),
  pages: z.int(),
});
export type SearchedPaper = z.infer<typeof SearchedPaper>;

const place = z.int().min(0);
const Stretches = z.array(z.object({ start: place, end: place }));

/** What the server answers, and what the offline copy answers: parsed once by who receives it. */
export const SearchAnswer = z.object({
  reading: z.enum(["together", "begun", "apart"]).nullable(),
  count: place,
  complete: z.boolean(),
  papers: z.array(
    z.object({
      paper: SearchedPaper,
      count: place,
      hits: z.array(
        z.object({
          page: z.int().min(1),
          parts: Stretches,
          exact: z.boolean(),
          snippet: z.object({
            text: z.string(),
            parts: Stretches,
            cutBefore: z.boolean(),
            cutAfter: z.boolean(),
          }),
        }),
      ),
    }),
  ),
  /**
   * Papers, among those searched, in which search may miss what can be read: a scan, or letters that cannot be
   * told. Empty where everything is searched.
   */
  silent: z.array(z.object({ paper: SearchedPaper, reliability: z.enum(["none", "unreliable"]) })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
export type SilentPaper = SearchAnswer["silent"][number];

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
            numbers: holding.numbers,
            pages: holding.pages,
          },
    ),
  );
}

/** The running number of a page in its pack. */
export function numberInPack({ numbers }: SearchedPaper, page: number): string {
  return packPage(numbers, page) ?? "–";
}

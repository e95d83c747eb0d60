/** A hit as an address: the paper at its page, the words, and where on the page the hit begins. */
import { DocumentId } from "../../domain/ids";
import { maxQueryLength, type SearchedPaper } from "../../domain/search";
import type { HitPlace } from "./search-store";

export function hitAddress(
  { meetingId, documentId }: Pick<SearchedPaper, "meetingId" | "documentId">,
  typed: string,
  { page, start }: Pick<HitPlace, "page" | "start">,
): string {
  const asked = new URLSearchParams({ page: String(page), q: typed, at: String(start) });
  return `/meetings/${meetingId}/papers/${documentId}?${asked}`;
}

/** What an address asks to be found; null: nothing. @param path of the paper's page */
export function hitOfAddress(
  search: string,
  path: string,
): { typed: string; place: HitPlace | null } | null {
  const asked = new URLSearchParams(search);
  const typed = asked.get("q")?.slice(0, maxQueryLength) ?? "";
  if (typed.trim() === "") return null;
  const [page, start] = [Number(asked.get("page")), Number(asked.get("at") ?? Number.NaN)];
  const documentId = DocumentId.safeParse(path.split("/").at(-1));
  const isPlace = Number.isSafeInteger(page) && page >= 1 && Number.isSafeInteger(start);
  return {
    typed,
    place: documentId.success && isPlace ? { documentId: documentId.data, page, start } : null,
  };
}

/**
 * What this device remembers of reading: the place and zoom of each paper, its bookmarks, and the paper of each item.
 * Places and bookmarks go to the server too (`private-notes.client.ts`); what has not got there yet says so.
 */
import { z } from "zod";
import { BookmarkChange, ReadingPlace } from "../../domain/bookmarks";
import { DocumentId, type ItemId, VersionId } from "../../domain/ids";
import { Instant } from "../../domain/text";
import { zoomLimits } from "./layout";

const key = "reader.places";
/** Older ones are forgotten: a device is used for years. */
const mostEntries = 200;

const PaperMemory = z.object({
  documentId: z.string(),
  /** null: only bookmarks so far */
  place: ReadingPlace.nullable(),
  zoom: z.union([z.enum(["fit", "page"]), z.number().min(zoomLimits.least).max(zoomLimits.most)]),
  /** when the server had this place; null: not yet */
  keptAt: Instant.nullable(),
  bookmarks: z.array(z.object({ versionId: VersionId, page: z.int().min(1) })),
  /** changes of bookmarks that the server has not heard of, in their order */
  unsent: z.array(BookmarkChange).max(500),
});
export type PaperMemory = z.infer<typeof PaperMemory>;

const Remembered = z.object({
  papers: z.array(PaperMemory),
  items: z.array(z.object({ itemId: z.string(), documentId: DocumentId })),
});
type Remembered = z.infer<typeof Remembered>;

export function rememberedOf(documentId: DocumentId): PaperMemory | null {
  return read().papers.find((entry) => entry.documentId === documentId) ?? null;
}

export function remember(memory: PaperMemory): void {
  const { papers, items } = read();
  const others = papers.filter(({ documentId }) => documentId !== memory.documentId);
  write({ items, papers: [memory, ...others].slice(0, mostEntries) });
}

export function rememberedPaper(itemId: ItemId): DocumentId | null {
  return read().items.find((entry) => entry.itemId === itemId)?.documentId ?? null;
}

export function rememberPaper(itemId: ItemId, documentId: DocumentId): void {
  const { papers, items } = read();
  const others = items.filter((entry) => entry.itemId !== itemId);
  write({ papers, items: [{ itemId, documentId }, ...others].slice(0, mostEntries) });
}

function read(): Remembered {
  const nothing: Remembered = { papers: [], items: [] };
  try {
    const parsed = Remembered.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : nothing;
  } catch {
    // No storage (a private window, a full disk) or not JSON: reading begins at page 1, nothing else is lost.
    return nothing;
  }
}

function write(remembered: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(remembered));
  } catch {
    // As above.
  }
}

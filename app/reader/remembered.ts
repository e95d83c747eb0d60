/** Where this device's reader left off: the page and zoom of each paper, and the paper of each item. Never leaves the device. */
import { z } from "zod";
import { DocumentId, type ItemId } from "../../domain/ids";
import { type Place, type Zoom, zoomLimits } from "./layout";

const key = "reader.places";
/** Older ones are forgotten: a device is used for years. */
const mostEntries = 200;

const Remembered = z.object({
  papers: z.array(
    z.object({
      documentId: z.string(),
      page: z.int().min(1),
      part: z.number().min(0).max(1),
      zoom: z.union([z.literal("fit"), z.number().min(zoomLimits.least).max(zoomLimits.most)]),
    }),
  ),
  items: z.array(z.object({ itemId: z.string(), documentId: DocumentId })),
});
type Remembered = z.infer<typeof Remembered>;

export function rememberedPlace(documentId: DocumentId): (Place & { zoom: Zoom }) | null {
  return read().papers.find((entry) => entry.documentId === documentId) ?? null;
}

export function rememberPlace(documentId: DocumentId, place: Place, zoom: Zoom): void {
  const { papers, items } = read();
  const others = papers.filter((entry) => entry.documentId !== documentId);
  const { page, part } = place;
  write({ items, papers: [{ documentId, page, part, zoom }, ...others].slice(0, mostEntries) });
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

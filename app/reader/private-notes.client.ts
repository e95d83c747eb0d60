/**
 * A reader's place and bookmarks in one paper: on the device at once, on the server as soon as there is a line. What
 * the server has not heard of is said again when the paper is opened next; there, the later word counts.
 */
import { z } from "zod";
import type { Bookmark, BookmarkChange, Remembered } from "../../domain/bookmarks";
import type { DocumentId, MeetingId, VersionId } from "../../domain/ids";
import { Instant } from "../../domain/text";
import type { Place, Zoom } from "./layout";
import { type PaperMemory, remember, rememberedOf } from "./remembered";

/** Leafing is not told page by page. */
const tellPlaceAfterMs = 1_500;

const Kept = z.object({ at: Instant });

export type Marked = Pick<Bookmark, "versionId" | "page">;

export class PrivateNotes {
  readonly #address: string;
  readonly #documentId: DocumentId;
  readonly #watchers = new Set<() => void>();
  #memory: PaperMemory | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(meetingId: MeetingId, documentId: DocumentId, known: Remembered | null) {
    this.#address = `/bookmarks/${meetingId}/${documentId}`;
    this.#documentId = documentId;
    this.#memory = merged(documentId, rememberedOf(documentId), known);
    if (this.#memory !== null && this.#memory.unsent.length > 0) this.#tell();
  }

  /** Where reading stopped, on whichever device was the last. */
  start(): (Place & { zoom: Zoom }) | null {
    const { place = null, zoom = "fit" } = this.#memory ?? {};
    return place === null ? null : { page: place.page, part: place.part, zoom };
  }

  bookmarks = (): readonly Marked[] => this.#memory?.bookmarks ?? none;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  rest(versionId: VersionId, { page, part }: Place, zoom: Zoom): void {
    const place = { versionId, page, part };
    const isSame = JSON.stringify(place) === JSON.stringify(this.#memory?.place);
    this.#change({ place, zoom, ...(isSame ? {} : { keptAt: null }) });
    clearTimeout(this.#timer);
    if (!isSame) this.#timer = setTimeout(() => this.#tell(), tellPlaceAfterMs);
  }

  toggle(versionId: VersionId, page: number): void {
    const before = this.bookmarks();
    const isOn = before.some((each) => each.page === page);
    const change: BookmarkChange = isOn
      ? { what: "remove", page }
      : { what: "add", versionId, page };
    this.#change({
      bookmarks: changed(before, change),
      unsent: [...(this.#memory?.unsent ?? []), change].slice(-500),
    });
    this.#tell();
  }

  /** The page is left: what waits is said now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#tell();
  }

  #change(part: Partial<PaperMemory>): void {
    const first: PaperMemory = {
      documentId: this.#documentId,
      place: null,
      zoom: "fit",
      keptAt: null,
      bookmarks: [],
      unsent: [],
    };
    this.#memory = { ...(this.#memory ?? first), ...part };
    remember(this.#memory);
    for (const watcher of this.#watchers) watcher();
  }

  #tell(): void {
    this.#sending = this.#sending.then(() => this.#send());
  }

  async #send(): Promise<void> {
    for (;;) {
      const [change] = this.#memory?.unsent ?? [];
      if (change === undefined) break;
      if ((await this.#put(change)) === null) return;
      this.#change({ unsent: (this.#memory?.unsent ?? []).filter((each) => each !== change) });
    }
    const memory = this.#memory;
    if (memory === null || memory.place === null || memory.keptAt !== null) return;
    const { place } = memory;
    const at = await this.#put({ what: "place", place });
    if (at !== null && this.#memory?.place === place) this.#change({ keptAt: at });
  }

  /** When it was kept; null: not now. */
  async #put(change: BookmarkChange): Promise<Instant | null> {
    try {
      const response = await fetch(this.#address, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(change),
        // The page may be gone before the answer is there.
        keepalive: true,
      });
      const kept = response.ok ? Kept.safeParse(await response.json()) : null;
      return kept?.success ? kept.data.at : null;
    } catch {
      // No line: it stays unsent on the device.
      return null;
    }
  }
}

const none: readonly Marked[] = [];

/** The device's own word where the server has not heard it, else what the server said last. */
function merged(
  documentId: DocumentId,
  device: PaperMemory | null,
  server: Remembered | null,
): PaperMemory | null {
  if (server === null) return device;
  const said = server.place;
  const isDeviceAhead =
    device?.place != null && (said === null || device.keptAt === null || device.keptAt > said.at);
  const place = said && { versionId: said.versionId, page: said.page, part: said.part };
  const unsent = device?.unsent ?? [];
  const bookmarks = unsent.reduce(changed, server.bookmarks);
  return {
    documentId,
    zoom: device?.zoom ?? "fit",
    ...(isDeviceAhead
      ? { place: device.place, keptAt: device.keptAt }
      : { place, keptAt: said?.at ?? null }),
    bookmarks: bookmarks.map(({ versionId, page }) => ({ versionId, page })),
    unsent,
  };
}

function changed(before: readonly Marked[], change: BookmarkChange): Marked[] {
  if (change.what === "place") return [...before];
  const others = before.filter(({ page }) => page !== change.page);
  if (change.what === "remove") return others;
  return [...others, { versionId: change.versionId, page: change.page }].sort(
    (a, b) => a.page - b.page,
  );
}

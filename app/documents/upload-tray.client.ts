/**
 * Files on their way to the server. It belongs to the tab and not to a screen: another's act, a re-render or leaving the
 * page and coming back change nothing of it.
 */
import type { DocumentKind, IntakeProgress } from "../../domain/documents";
import { DocumentId, type ItemId, type MeetingId, VersionId } from "../../domain/ids";
import type { PaperView } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import type { RefusalCode } from "../../domain/refusals";
import type { Bilingual } from "../../domain/text";
import type { NewCommand } from "../live/outbox";
import { guessKind, titleOf } from "./file-words";
import { type Sending, sendFile } from "./send-file.client";

/** The paper that a file is to be, once it is ready. */
export type PaperOfFile = {
  documentId: DocumentId;
  kind: DocumentKind;
  title: Bilingual;
  grade: string | null;
};

export type UploadState =
  | { name: "queued" }
  | { name: "sending"; part: number }
  /** null: nothing is known but that the server has it */
  | { name: "checking"; progress: IntakeProgress | null }
  /** the same bytes stand on the agenda already: added only when asked for again */
  | { name: "same"; sameAs: readonly VersionId[] }
  | { name: "attaching" }
  | { name: "attached"; pages: number }
  | { name: "refused"; code: RefusalCode }
  | { name: "too_large"; limitBytes: number }
  | { name: "failed" }
  | { name: "cancelled" };

export type UploadRow = {
  id: VersionId;
  meetingId: MeetingId;
  itemId: ItemId;
  file: File;
  paper: PaperOfFile;
  state: UploadState;
};

type Send = (command: NewCommand) => Promise<Answer>;

type Held = UploadRow & { send: Send; limitBytes: number; pages: number; sending: Sending | null };

/** More would only share the same line. */
const atOnce = 3;

class UploadTray {
  #held: readonly Held[] = [];
  readonly #watchers = new Set<() => void>();

  readonly subscribe = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };
  readonly rows = (): readonly UploadRow[] => this.#held;

  /** Gives the files that are on the list already and were left out. */
  add(
    place: {
      meetingId: MeetingId;
      itemId: ItemId;
      grade: string | null;
      limitBytes: number;
      send: Send;
    },
    files: readonly File[],
    replaces: PaperView | null,
  ): File[] {
    const known = files.filter((file) => this.#isHeld(place.itemId, file));
    const added = files
      .filter((file) => !known.includes(file))
      .map((file): Held => {
        const { grade, ...rest } = place;
        const tooLarge = file.size > place.limitBytes;
        return {
          ...rest,
          id: VersionId.parse(crypto.randomUUID()),
          file,
          paper: paperOf(file, grade, replaces),
          state: tooLarge
            ? { name: "too_large", limitBytes: place.limitBytes }
            : { name: "queued" },
          pages: 0,
          sending: null,
        };
      });
    this.#set([...this.#held, ...added]);
    this.#sendNext();
    return known;
  }

  cancel(id: VersionId): void {
    const row = this.#find(id);
    this.#change(id, { state: { name: "cancelled" }, sending: null });
    row?.sending?.cancel();
    this.#sendNext();
  }

  /** Once more from the beginning, as a new version: a refused one stays refused. */
  retry(id: VersionId): void {
    const { paper } = this.#find(id) ?? {};
    if (paper === undefined) return;
    this.#change(id, { id: VersionId.parse(crypto.randomUUID()), state: { name: "queued" } });
    this.#sendNext();
  }

  /** Puts it on the agenda although the same bytes stand there. */
  attachAnyway(id: VersionId): void {
    void this.#attach(id);
  }

  dismiss(id: VersionId): void {
    this.#set(this.#held.filter((row) => row.id !== id));
  }

  #sendNext(): void {
    const under = this.#held.filter(({ state }) => state.name === "sending").length;
    const waiting = this.#held.filter(({ state }) => state.name === "queued");
    for (const row of waiting.slice(0, Math.max(0, atOnce - under))) void this.#send(row);
  }

  async #send({ id, meetingId, paper, file }: Held): Promise<void> {
    const isOurs = () => this.#find(id)?.sending === sending;
    const sending = sendFile(
      { versionId: id, meetingId, grade: paper.grade, file },
      (part) => {
        if (!isOurs()) return;
        const isSent = part === 1;
        this.#change(id, {
          state: isSent ? { name: "checking", progress: null } : { name: "sending", part },
        });
        if (isSent) this.#sendNext();
      },
      (progress) => {
        if (isOurs()) this.#change(id, { state: { name: "checking", progress } });
      },
    );
    this.#change(id, { state: { name: "sending", part: 0 }, sending });
    const sent = await sending.done;
    if (!isOurs()) return;
    this.#change(id, { sending: null });
    if (sent.end === "ready") {
      this.#change(id, { pages: sent.pages });
      if (sent.sameAs.length > 0)
        this.#change(id, { state: { name: "same", sameAs: sent.sameAs } });
      else await this.#attach(id);
    } else {
      this.#change(id, {
        state: sent.end === "refused" ? { name: "refused", code: sent.code } : { name: "failed" },
      });
    }
    this.#sendNext();
  }

  async #attach(id: VersionId): Promise<void> {
    const row = this.#find(id);
    if (row === undefined) return;
    this.#change(id, { state: { name: "attaching" } });
    const { meetingId, itemId, paper, send, pages } = row;
    const answer = await send({
      type: "document.attach",
      meetingId,
      itemId,
      versionId: id,
      ...paper,
    });
    this.#change(id, {
      state: answer.ok
        ? { name: "attached", pages }
        : { name: "refused", code: answer.refusal.code },
    });
  }

  #isHeld(itemId: ItemId, file: File): boolean {
    return this.#held.some(
      (row) =>
        row.itemId === itemId &&
        row.file.name === file.name &&
        row.file.size === file.size &&
        row.file.lastModified === file.lastModified &&
        !["cancelled", "failed", "refused", "too_large", "attached"].includes(row.state.name),
    );
  }

  #find(id: VersionId): Held | undefined {
    return this.#held.find((row) => row.id === id);
  }

  #change(id: VersionId, part: Partial<Held>): void {
    this.#set(this.#held.map((row) => (row.id === id ? { ...row, ...part } : row)));
  }

  #set(held: readonly Held[]): void {
    this.#held = held;
    for (const watcher of this.#watchers) watcher();
  }
}

function paperOf(file: File, grade: string | null, replaces: PaperView | null): PaperOfFile {
  if (replaces !== null) {
    const { documentId, kind, title } = replaces;
    return { documentId, kind, title, grade: replaces.grade };
  }
  const title = titleOf(file.name).slice(0, 300);
  return {
    documentId: DocumentId.parse(crypto.randomUUID()),
    kind: guessKind(file.name),
    title: { vi: title, en: "" },
    grade,
  };
}

export const uploadTray = new UploadTray();

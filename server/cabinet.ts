/** The face of the cabinet for the pages, which take types only, and none of the cabinet from any other module of server. */
import type { PersonId, VersionId } from "../domain/ids";
import type { Answer } from "../domain/protocol";
import type { Actor } from "../domain/stream";
import type { bodyReads } from "./bodies/reads";
import type { BookmarkStore } from "./bookmarks";
import type { Devices } from "./devices";
import type { ServedDocument } from "./documents/reads";
import type { handoverReads } from "./handovers/reads";
import type { journalReads } from "./journal/page";
import type { HiddenReaders, layerReads, mentionReads, paperMarksReads } from "./marks";
import type { meetingReads } from "./meetings/reads";
import type { searchReads } from "./search/reads";

export type { Answer } from "../domain/protocol";
export type { BodySummary, BodyView } from "./bodies/reads";
export type { HandoverSummary, Office } from "./handovers/reads";
export type { JournalPage, JournalRowView, JournalStream } from "./journal/page";
export type { Mention } from "./marks";
export type { MeetingSummary } from "./meetings/reads";

/** Every question names who asks; the answer is what that person may see. */
export type Reads = Omit<ReturnType<typeof meetingReads>, "sightOn"> &
  ReturnType<typeof bodyReads> &
  ReturnType<typeof journalReads> &
  ReturnType<typeof layerReads> &
  ReturnType<typeof mentionReads> &
  ReturnType<typeof handoverReads> &
  ReturnType<typeof paperMarksReads> &
  ReturnType<typeof searchReads> & {
    document(versionId: VersionId, personId: PersonId): Promise<ServedDocument | null>;
    /** what this person left in the papers of a meeting: nobody else's, whatever became of their rights since */
    remembered: BookmarkStore["of"];
  };

export type Cabinet = {
  /** The one door for every change; durable when it resolves, idempotent by the command's id. */
  execute(input: unknown, actor: Actor): Promise<Answer>;
  read: Reads;
  /** devices that keep papers */
  devices: Devices;
  /** people who do not show where they read */
  hiddenReaders: Pick<HiddenReaders, "isHidden" | "change">;
};

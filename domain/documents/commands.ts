import { z } from "zod";
import { DocumentId, ItemId, MeetingId, VersionId } from "../ids";
import { bilingual, text } from "../text";
import { DocumentKind } from "./paper";

const grade = text(20).nullable();

export const documentCommands = {
  /** puts a checked version on an item: a new paper, or the next version of one that is there */
  "document.attach": z.strictObject({
    meetingId: MeetingId,
    itemId: ItemId,
    documentId: DocumentId,
    versionId: VersionId,
    kind: DocumentKind,
    title: bilingual(300),
    grade,
  }),
  /** a paper that exists on paper only: handed out and taken back */
  "document.attach_reference": z.strictObject({
    meetingId: MeetingId,
    itemId: ItemId,
    documentId: DocumentId,
    kind: DocumentKind,
    title: bilingual(300),
    grade,
    copies: z.int().min(1).max(1000),
  }),
  "document.describe": z.strictObject({
    meetingId: MeetingId,
    documentId: DocumentId,
    kind: DocumentKind,
    title: bilingual(300),
    grade,
  }),
  "document.move": z.strictObject({
    meetingId: MeetingId,
    documentId: DocumentId,
    /** position among the item's papers, from 0 */
    position: z.int().min(0).max(500),
  }),
  "document.remove": z.strictObject({ meetingId: MeetingId, documentId: DocumentId }),
} as const;

type Schemas = typeof documentCommands;
export type DocumentCommandType = keyof Schemas;
/** A document command by type, as `decide` takes it. */
export type DocumentCommands = {
  [T in DocumentCommandType]: { type: T } & z.infer<Schemas[T]>;
};

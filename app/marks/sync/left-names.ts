/** Under which name a device keeps what one person wrote on one paper. */
import type { DocumentId, MeetingId, PersonId } from "../../../domain/ids";

export type LeftPaper = { me: PersonId; meetingId: MeetingId; documentId: DocumentId };

export const logName = ({ me, meetingId, documentId }: LeftPaper): string =>
  `marks/${me}/${meetingId}/${documentId}`;

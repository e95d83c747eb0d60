/** The doors that are put to: where a reader is in a paper, and a file for a meeting; answers with the status. */
import { randomUUID } from "node:crypto";
import type { DocumentId, MeetingId, VersionId } from "../../domain/ids";

export async function keepPlace(
  server: string,
  meetingId: MeetingId,
  { documentId, versionId }: { documentId: DocumentId; versionId: VersionId },
  cookie: string | null,
): Promise<number> {
  const response = await fetch(`${server}/bookmarks/${meetingId}/${documentId}`, {
    method: "PUT",
    headers: {
      ...(cookie !== null && { Cookie: cookie }),
      Origin: server,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ what: "place", place: { versionId, page: 1, part: 0 } }),
  });
  await response.text();
  return response.status;
}

export async function putFile(
  server: string,
  meetingId: MeetingId,
  cookie: string | null,
): Promise<number> {
  const response = await fetch(`${server}/uploads/${randomUUID()}`, {
    method: "PUT",
    headers: {
      ...(cookie !== null && { Cookie: cookie }),
      Origin: server,
      "X-Meeting": meetingId,
      "X-File-Name": "a.pdf",
      "X-Grade": "nowhere",
    },
    body: "%PDF-1.7",
  });
  await response.text();
  return response.status;
}

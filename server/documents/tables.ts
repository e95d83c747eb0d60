/** The papers on a meeting's agenda and all their versions as tables; the bytes are the intake's. */
import type { MeetingState } from "../../domain/meetings";
import type { Table } from "../projections/table";

export const paperTables: readonly Table<MeetingState>[] = [
  {
    name: "paper",
    primaryKey: ["document_id"],
    columns: [
      "document_id",
      "meeting_id",
      "item_id",
      "position",
      "kind",
      "title",
      "grade",
      "copies",
    ],
    parts: ({ papers }) => [papers],
    rows: ({ meetingId, papers }) =>
      Object.values(papers.papers).map((paper) => {
        const position = (papers.byItem[paper.itemId] ?? []).indexOf(paper.documentId);
        return {
          key: paper.documentId,
          parts: [paper, position],
          row: () => ({
            document_id: paper.documentId,
            meeting_id: meetingId,
            item_id: paper.itemId,
            position,
            kind: paper.kind,
            title: paper.title,
            grade: paper.grade,
            copies: paper.holding.type === "paper_only" ? paper.holding.copies : null,
          }),
        };
      }),
  },
  {
    name: "paper_version",
    primaryKey: ["document_id", "number"],
    columns: ["document_id", "number", "version_id", "attached_at"],
    parts: ({ papers }) => [papers],
    rows: ({ papers }) =>
      Object.values(papers.papers).flatMap(({ documentId, holding }) =>
        holding.type === "paper_only"
          ? []
          : [...holding.earlier, holding.current].map((version) => ({
              key: version.versionId,
              parts: [version],
              row: () => ({
                document_id: documentId,
                number: version.number,
                version_id: version.versionId,
                attached_at: version.attachedAt,
              }),
            })),
      ),
  },
];

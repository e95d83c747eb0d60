/** A meeting and its revisions as tables. */
import type { MeetingState } from "../../domain/meetings";
import type { Table } from "../projections/table";

export const meetingTables: readonly Table<MeetingState>[] = [
  {
    name: "meeting",
    primaryKey: ["meeting_id"],
    columns: [
      "meeting_id",
      "body_id",
      "title",
      "kind",
      "form",
      "authority",
      "starts_at",
      "ends_at",
      "place",
      "phase",
      "revision",
      "seq",
    ],
    parts: (state) => [state],
    rows: (state) => {
      const { meetingId, bodyId, info, phase, revisions, seq } = state;
      return [
        {
          key: meetingId,
          parts: [seq],
          row: () => ({
            meeting_id: meetingId,
            body_id: bodyId,
            title: info.title,
            kind: info.kind,
            form: info.form,
            authority: info.authority,
            starts_at: info.startsAt,
            ends_at: info.endsAt,
            place: info.place,
            phase: phase.name,
            revision: revisions.length,
            seq,
          }),
        },
      ];
    },
  },
  {
    name: "meeting_revision",
    primaryKey: ["meeting_id", "number"],
    columns: ["meeting_id", "number", "at"],
    parts: ({ revisions }) => [revisions],
    rows: ({ meetingId, revisions }) =>
      revisions.map((revision) => ({
        key: String(revision.number),
        parts: [revision],
        row: () => ({ meeting_id: meetingId, number: revision.number, at: revision.at }),
      })),
  },
];

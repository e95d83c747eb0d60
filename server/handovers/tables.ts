/** Who handed which papers to whom, as a table: where to look for somebody's own. */
import type { MeetingState } from "../../domain/meetings";
import type { Table } from "../projections/table";

export const handoverTables: readonly Table<MeetingState>[] = [
  {
    name: "handover",
    primaryKey: ["handover_id"],
    columns: [
      "handover_id",
      "meeting_id",
      "member_id",
      "person_id",
      "document_ids",
      "due_on",
      "state",
      "given_at",
    ],
    parts: ({ handovers }) => [handovers],
    rows: ({ meetingId, handovers }) =>
      Object.values(handovers.handovers).map((handover) => ({
        key: handover.handoverId,
        parts: [handover],
        row: () => ({
          handover_id: handover.handoverId,
          meeting_id: meetingId,
          member_id: handover.memberId,
          person_id: handover.staff.personId,
          document_ids: handover.documentIds,
          due_on: handover.dueOn,
          state: handover.state,
          given_at: handover.givenAt,
        }),
      })),
  },
];

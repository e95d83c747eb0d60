/** Who is asked to a meeting and who is there, as a table. */
import type { MeetingState } from "../../domain/meetings";
import type { Table } from "../projections/table";

export const attendanceTables: readonly Table<MeetingState>[] = [
  {
    name: "participant",
    primaryKey: ["meeting_id", "invitation_id"],
    columns: [
      "meeting_id",
      "invitation_id",
      "person_id",
      "name",
      "title",
      "capacity",
      "membership_id",
      "items",
      "invitation",
      "invitation_at",
      "presence",
      "presence_at",
    ],
    parts: ({ attendance }) => [attendance.participants],
    rows: ({ meetingId, attendance }) =>
      Object.values(attendance.participants).map((participant) => ({
        key: participant.invitationId,
        parts: [participant],
        row: () => {
          const { invitation, presence, items } = participant;
          return {
            meeting_id: meetingId,
            invitation_id: participant.invitationId,
            person_id: participant.personId,
            name: participant.name,
            title: participant.title,
            capacity: participant.capacity,
            membership_id: participant.membershipId,
            items,
            invitation: invitation.state,
            invitation_at: "at" in invitation ? invitation.at : null,
            presence: presence.state,
            presence_at: "at" in presence ? presence.at : null,
          };
        },
      })),
  },
];

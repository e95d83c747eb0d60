/** An agenda's working copy as a table, each item with where it stands and how far it came. */
import { courseOf, numbered, placeOf } from "../../domain/agenda";
import type { MeetingState } from "../../domain/meetings";
import type { Table } from "../projections/table";

export const agendaTables: readonly Table<MeetingState>[] = [
  {
    name: "agenda_item",
    primaryKey: ["item_id"],
    columns: [
      "item_id",
      "meeting_id",
      "parent_id",
      "position",
      "title",
      "purpose",
      "treatment",
      "closed",
      "grade",
      "lead_agency",
      "presenter",
      "minutes",
      "open_to_observers",
      "edition",
      "course",
      "outcome",
      "settled_at",
    ],
    parts: ({ agenda }) => [agenda],
    rows: ({ meetingId, agenda }) =>
      numbered(agenda.order).flatMap(({ itemId, parent }) => {
        const item = agenda.items[itemId];
        if (item === undefined) return [];
        const course = courseOf(agenda, itemId);
        const position = placeOf(agenda.order, itemId)?.position ?? 0;
        return {
          key: itemId,
          parts: [item, agenda.course[itemId], parent, position],
          row: () => ({
            item_id: itemId,
            meeting_id: meetingId,
            parent_id: parent,
            position,
            title: item.title,
            purpose: item.purpose,
            treatment: item.treatment,
            closed: item.closed,
            grade: item.grade,
            lead_agency: item.leadAgency,
            presenter: item.presenter,
            minutes: item.minutes,
            open_to_observers: item.openToObservers,
            edition: item.edition,
            course: course.state,
            outcome: course.state === "concluded" ? course.outcome : null,
            settled_at: "at" in course ? course.at : null,
          }),
        };
      }),
  },
];

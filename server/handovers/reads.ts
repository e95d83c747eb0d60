/** What was handed over to a person and what the person handed over, as the meetings say it of them now. */
import type { Sql } from "postgres";
import { dayIn, membersStaffOn, type Named, standingOf } from "../../domain/bodies";
import type { HandoverView } from "../../domain/handovers";
import type { BodyId, DocumentId, MeetingId, PersonId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import { type Bilingual, type Instant, instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";

export type HandoverSummary = HandoverView & {
  meeting: { meetingId: MeetingId; title: Bilingual; startsAt: Instant; timeZone: string };
  papers: readonly {
    documentId: DocumentId;
    title: Bilingual;
    item: { number: string; title: Bilingual };
  }[];
};

/** A member's office in one body. */
export type Office = {
  bodyId: BodyId;
  name: Bilingual;
  staff: readonly Named[];
  /** who serves members there and is not named yet */
  candidates: readonly Named[];
};

export function handoverReads(
  sql: Sql,
  door: Pick<CommandDoor, "body">,
  meetingView: (meetingId: MeetingId, personId: PersonId) => Promise<MeetingView | null>,
) {
  return {
    /** Of meetings that are not over, and what is not prepared of those that are; the latest given first. */
    async handovers(personId: PersonId): Promise<HandoverSummary[]> {
      // candidates only: what there is of each is said by the view
      const rows = await sql<{ meeting_id: MeetingId }[]>`
        select meeting_id from handover
        where (member_id = ${personId} or person_id = ${personId}) and state <> 'taken_back'
        group by meeting_id order by max(given_at) desc limit 100`;
      const views = await Promise.all(
        rows.map(({ meeting_id }) => meetingView(meeting_id, personId)),
      );
      return views
        .flatMap((view) => (view === null ? [] : summariesIn(view)))
        .sort((a, b) => (a.givenAt < b.givenAt ? 1 : -1));
    },

    /** The offices of a person who sits, one per body; nobody else has any. */
    async offices(personId: PersonId): Promise<Office[]> {
      const rows = await sql<{ body_id: BodyId }[]>`
        select distinct body_id from membership where person_id = ${personId} order by body_id`;
      const bodies = await Promise.all(rows.map(({ body_id }) => door.body(body_id)));
      return bodies.flatMap((body) => {
        if (body === null) return [];
        const today = dayIn(body.timeZone, instantOf(new Date()));
        const { membershipId, staff } = standingOf(body, personId, today);
        if (membershipId === null) return [];
        const isNamed = (id: PersonId) => staff.some((each) => each.personId === id);
        const candidates = membersStaffOn(body, today).filter(
          (each) => each.personId !== personId && !isNamed(each.personId),
        );
        return { bodyId: body.bodyId, name: body.name, staff, candidates };
      });
    },
  };
}

function summariesIn({ shared, me }: MeetingView): HandoverSummary[] {
  const { meetingId, info, timeZone, phase } = shared;
  const isOver = phase.name === "closed" || phase.name === "cancelled";
  const meeting = { meetingId, title: info.title, startsAt: info.startsAt, timeZone };
  const papers = shared.items.flatMap(({ number, title, papers: its }) =>
    its.map((paper) => ({
      documentId: paper.documentId,
      title: paper.title,
      item: { number, title },
    })),
  );
  return me.handovers
    .filter(({ finishedAt }) => !isOver || finishedAt === null)
    .map((handover) => ({
      ...handover,
      meeting,
      papers: papers.filter(({ documentId }) => handover.documentIds.includes(documentId)),
    }));
}

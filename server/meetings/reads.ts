/** Looking at meetings: each answer is what `sightOf` lets this person see, and nothing besides. */
import type { Sql } from "postgres";
import { currentItem } from "../../domain/agenda";
import type { Invitation, Presence } from "../../domain/attendance";
import { type BodyState, dayIn, standingOf } from "../../domain/bodies";
import type { BodyId, DocumentId, MeetingId, PersonId } from "../../domain/ids";
import {
  type MeetingInfo,
  type MeetingState,
  type MeetingView,
  type Phase,
  participantOf,
  rightsOf,
  type Sight,
  sightOf,
} from "../../domain/meetings";
import { type Ability, abilitiesOf } from "../../domain/permissions";
import { type Instant, instantOf } from "../../domain/text";
import { viewOf } from "../../domain/visibility";
import type { CommandDoor } from "../commands/door";

export type MeetingSummary = {
  meetingId: MeetingId;
  bodyId: BodyId;
  bodyName: MeetingState["bodyName"];
  timeZone: string;
  info: MeetingInfo;
  phase: Phase;
  revision: { number: number; at: Instant } | null;
  /** items this person sees, with what is planned and what happened */
  items: readonly {
    number: string;
    title: { vi: string; en: string };
    minutes: number;
    leadAgency: string | null;
    state: "planned" | "current" | "suspended" | "concluded" | "postponed" | "withdrawn";
    pages: number;
    papers: number;
    /** where reading it begins */
    firstPaper: DocumentId | null;
  }[];
  current: { number: string; title: { vi: string; en: string } } | null;
  quorum: { present: number; total: number; required: number; quorate: boolean };
  own: {
    invitation: Invitation["state"];
    presence: Presence["state"];
    order: number | null;
  } | null;
  can: readonly Ability[];
};

export type Standpoint = { state: MeetingState; body: BodyState; sight: Sight };

export function meetingReads(sql: Sql, door: Pick<CommandDoor, "meeting">) {
  const standingIn = (body: BodyState, personId: PersonId) =>
    standingOf(body, personId, dayIn(body.timeZone, instantOf(new Date())));

  /** The meeting with what this person may see of it; null: not there or not theirs. */
  const sightOn = async (meetingId: MeetingId, personId: PersonId): Promise<Standpoint | null> => {
    const found = await door.meeting(meetingId);
    if (found === null) return null;
    const sight = sightOf(found.meeting, standingIn(found.body, personId));
    return sight === null ? null : { state: found.meeting, body: found.body, sight };
  };

  const meetingView = async (
    meetingId: MeetingId,
    personId: PersonId,
  ): Promise<MeetingView | null> => {
    const found = await door.meeting(meetingId);
    return found === null ? null : viewOf(found.meeting, standingIn(found.body, personId));
  };

  return {
    sightOn,
    meetingView,

    /** What another participant sees, for the office that prepares it; null: not theirs to ask. */
    async meetingPreview(
      meetingId: MeetingId,
      personId: PersonId,
      as: PersonId,
    ): Promise<MeetingView | null> {
      const own = await meetingView(meetingId, personId);
      return own?.me.can.includes("meeting.preview") ? meetingView(meetingId, as) : null;
    },

    /** The meetings this person takes part in or serves, the latest first. */
    async meetings(personId: PersonId): Promise<MeetingSummary[]> {
      // candidates only: what is seen of each is decided by its own sight
      const rows = await sql<{ meeting_id: MeetingId }[]>`
        select meeting_id from meeting
        where body_id in (
            select body_id from membership where person_id = ${personId}
            union select body_id from role_grant where person_id = ${personId}
          )
          or meeting_id in (select meeting_id from participant where person_id = ${personId})
        order by starts_at desc limit 200`;
      const standpoints = await Promise.all(
        rows.map(({ meeting_id }) => sightOn(meeting_id, personId)),
      );
      return standpoints.flatMap((seen) =>
        seen === null || !seen.sight.room ? [] : summaryOf(seen, standingIn(seen.body, personId)),
      );
    },
  };
}

function summaryOf({ state }: Standpoint, standing: ReturnType<typeof standingOf>): MeetingSummary {
  const view = viewOf(state, standing);
  if (view === null) throw new Error("a meeting in sight has a view");
  const { shared } = view;
  const own = participantOf(state, standing.personId);
  // from what this person may see of the pack: the working copy may already say something else
  const called = currentItem(state.agenda);
  const current = shared.items.find(({ itemId }) => itemId === called);
  const order = state.seats.find(({ personId }) => personId === standing.personId)?.order ?? null;
  return {
    meetingId: state.meetingId,
    bodyId: state.bodyId,
    bodyName: state.bodyName,
    timeZone: state.timeZone,
    info: shared.info,
    phase: shared.phase,
    revision:
      shared.revision === null ? null : { number: shared.revision.number, at: shared.revision.at },
    items: shared.items
      .filter(({ parent }) => parent === null)
      .map(({ number, title, minutes, leadAgency, course, papers }) => ({
        number,
        title,
        minutes,
        leadAgency,
        state: course.state,
        papers: papers.length,
        firstPaper: papers[0]?.documentId ?? null,
        pages: papers.reduce(
          (sum, { holding }) => sum + (holding.type === "file" ? holding.pages : 0),
          0,
        ),
      })),
    current: current === undefined ? null : { number: current.number, title: current.title },
    quorum: shared.quorum,
    own:
      own === null
        ? null
        : { invitation: own.invitation.state, presence: own.presence.state, order },
    can: abilitiesOf(rightsOf(state, standing)),
  };
}

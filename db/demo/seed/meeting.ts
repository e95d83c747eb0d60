/** What every meeting of the demonstration goes through: called, filled with papers, published, answered, attended. */
import type { PersonId } from "../../../domain/ids";
import { type Bilingual, type Instant, instantOf } from "../../../domain/text";
import { contentOf, type DemoItem } from "../agendas";
import { demoId } from "../identifiers";
import { type DemoMeeting, paperPlans } from "../papers";
import { meetingIdOf, type VersionIds } from "./papers";
import type { Script } from "./script";

export type Call = {
  meeting: DemoMeeting;
  bodyId: string;
  title: Bilingual;
  kind: "regular" | "thematic";
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  items: readonly DemoItem[];
  secretary: PersonId;
};

export const itemIdOf = (meeting: DemoMeeting, number: number) =>
  demoId("item", `${meeting}/${number}`);
export const ballotIdOf = (meeting: DemoMeeting, number: number) =>
  demoId("ballot", `${meeting}/${number}`);
/** A member's invitation is the membership itself (domain: publication is repeatable). */
export const seatOf = (letter: "P" | "T", order: number) =>
  demoId("membership", `${letter}${order}`);

export async function callMeeting({ send }: Script, call: Call, at: Instant): Promise<void> {
  const meetingId = meetingIdOf(call.meeting);
  const { title, kind, place, startsAt, endsAt, secretary } = call;
  await send(
    "meeting.create",
    {
      meetingId,
      bodyId: call.bodyId,
      info: { title, kind, form: "hybrid", authority: "decides", startsAt, endsAt, place },
    },
    secretary,
    at,
  );
  for (const [index, item] of call.items.entries()) {
    await send(
      "agenda.add_item",
      {
        meetingId,
        itemId: itemIdOf(call.meeting, index + 1),
        parent: null,
        content: contentOf(item),
      },
      secretary,
      at,
    );
  }
  for (const [index, item] of call.items.entries()) {
    if (item.question === undefined) continue;
    await send(
      "ballot.prepare",
      {
        meetingId,
        ballotId: ballotIdOf(call.meeting, index + 1),
        itemId: itemIdOf(call.meeting, index + 1),
        question: item.question,
      },
      secretary,
      at,
    );
  }
}

/** Attaches the meeting's papers in the order of the agenda; `which` picks some of them by key. */
export async function attachPapers(
  { send }: Script,
  call: Call,
  versions: VersionIds,
  at: Instant,
  which: (key: string) => boolean,
): Promise<void> {
  const meetingId = meetingIdOf(call.meeting);
  for (const plan of paperPlans) {
    if (plan.meeting !== call.meeting || !which(plan.key)) continue;
    const versionId = versions.get(plan.key);
    if (versionId === undefined) throw new Error(`the paper ${plan.key} was not taken in`);
    await send(
      "document.attach",
      {
        meetingId,
        itemId: itemIdOf(call.meeting, plan.item),
        documentId: demoId("document", plan.key),
        versionId,
        kind: plan.kind,
        title: plan.title,
        grade: null,
      },
      call.secretary,
      at,
    );
  }
}

export async function approveAndPublish(
  { send }: Script,
  call: Call,
  approver: PersonId,
  at: { submitted: Instant; approved: Instant; published: Instant },
): Promise<void> {
  const meetingId = meetingIdOf(call.meeting);
  await send("meeting.submit", { meetingId }, call.secretary, at.submitted);
  await send("meeting.approve", { meetingId }, approver, at.approved);
  await send("meeting.publish", { meetingId, basedOnRevision: 0 }, call.secretary, at.published);
}

export type Votes = { yes: readonly number[]; no: readonly number[]; abstain: readonly number[] };

/** One ballot from opening to declaration, a minute and a half from `openedAt`. */
export async function holdBallot(
  { send }: Script,
  call: Pick<Call, "meeting">,
  number: number,
  votes: Votes,
  people: { chair: PersonId; voter: (order: number) => PersonId },
  openedAt: Instant,
): Promise<void> {
  const meetingId = meetingIdOf(call.meeting);
  const ballotId = ballotIdOf(call.meeting, number);
  const own = { meetingId, ballotId };
  const seconds = (count: number) => later(openedAt, count * 1_000);
  // closed by hand: to the clock that ends timed ballots, a ballot of the past is overdue
  await send("ballot.open", { ...own, seconds: null }, people.chair, openedAt);
  const cast = [
    ...votes.yes.map((order) => [order, "yes"] as const),
    ...votes.no.map((order) => [order, "no"] as const),
    ...votes.abstain.map((order) => [order, "abstain"] as const),
  ];
  // as they were given: mixed over the minute, not by direction
  const inOrder = cast
    .map(([order, answer]) => ({ order, answer, second: 5 + ((order * 17) % 47) }))
    .sort((a, b) => a.second - b.second || a.order - b.order);
  for (const { order, answer, second } of inOrder)
    await send("ballot.vote", { ...own, answer }, people.voter(order), seconds(second));
  await send("ballot.close", own, people.chair, seconds(58));
  await send("ballot.declare", own, people.chair, seconds(86));
}

export function later(instant: Instant, ms: number): Instant {
  return instantOf(new Date(Date.parse(instant) + ms));
}

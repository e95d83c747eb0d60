/** A session under way in a live cabinet: its people, its items, and a ballot on one of them. */
import { randomUUID } from "node:crypto";
import { governmentOfVietnam } from "../../domain/bodies";
import {
  BallotId,
  BodyId,
  DocumentId,
  GrantId,
  InvitationId,
  ItemId,
  MeetingId,
  MembershipId,
  PersonId,
} from "../../domain/ids";
import { Day, instantOf } from "../../domain/text";
import { installer, type LiveCabinet } from "./live-cabinet";

const both = (vi: string) => ({ vi, en: "" });
const from = Day.parse("2026-01-01");

/** A session under way: two open items, a closed one, and everybody in the room. */
export type Sitting = {
  bodyId: BodyId;
  meetingId: MeetingId;
  chair: PersonId;
  secretary: PersonId;
  officeLead: PersonId;
  members: readonly PersonId[];
  observers: readonly PersonId[];
  memberships: readonly MembershipId[];
  grants: { secretary: GrantId; officeLead: GrantId };
  open: ItemId;
  second: ItemId;
  closed: ItemId;
  /** the one paper of each item */
  papers: { open: DocumentId; second: DocumentId; closed: DocumentId };
};

/** The text of the closed item: must reach nobody without right to it. */
export const canary = "HOÀNG-YẾN";

export async function aSitting(
  cabinet: LiveCabinet,
  size: { members: number; observers: number },
): Promise<Sitting> {
  const bodyId = BodyId.parse(randomUUID());
  const meetingId = MeetingId.parse(randomUUID());
  const members = many(size.members, () => PersonId.parse(randomUUID()));
  const memberships = many(size.members, () => MembershipId.parse(randomUUID()));
  const [chair] = members;
  if (chair === undefined) throw new Error("a body needs its head");
  const sitting: Sitting = {
    bodyId,
    meetingId,
    chair,
    secretary: PersonId.parse(randomUUID()),
    officeLead: PersonId.parse(randomUUID()),
    members,
    memberships,
    observers: many(size.observers, () => PersonId.parse(randomUUID())),
    grants: { secretary: GrantId.parse(randomUUID()), officeLead: GrantId.parse(randomUUID()) },
    open: ItemId.parse(randomUUID()),
    second: ItemId.parse(randomUUID()),
    closed: ItemId.parse(randomUUID()),
    papers: {
      open: DocumentId.parse(randomUUID()),
      second: DocumentId.parse(randomUUID()),
      closed: DocumentId.parse(randomUUID()),
    },
  };
  await seedBody(cabinet, sitting);
  await seedMeeting(cabinet, sitting);
  return sitting;
}

async function seedBody(cabinet: LiveCabinet, sitting: Sitting): Promise<void> {
  const { bodyId, members, memberships, grants, secretary, officeLead } = sitting;
  await cabinet.must(installer, {
    type: "body.create",
    bodyId,
    parentId: null,
    name: both("Chính phủ"),
    timeZone: "Asia/Ho_Chi_Minh",
    rules: { ...governmentOfVietnam, validFrom: from, approval: false },
  });
  await Promise.all(
    members.map((personId, index) =>
      cabinet.must(installer, {
        type: "membership.begin",
        bodyId,
        membershipId: memberships[index],
        personId,
        name: `Thành viên ${index + 1}`,
        title: both("Bộ trưởng"),
        role: index === 0 ? "chair" : "member",
        order: index + 1,
        votingRight: true,
        agencyId: null,
        from,
      }),
    ),
  );
  const grant = { type: "role.grant", bodyId, name: "Văn phòng", title: both("Văn phòng"), from };
  const desk = { grantId: grants.secretary, personId: secretary, role: "secretary" };
  const lead = { grantId: grants.officeLead, personId: officeLead, role: "office_lead" };
  await cabinet.must(installer, { ...grant, ...desk });
  await cabinet.must(installer, { ...grant, ...lead });
}

async function seedMeeting(cabinet: LiveCabinet, sitting: Sitting): Promise<void> {
  const { bodyId, meetingId, chair, secretary, memberships, observers } = sitting;
  const hour = 3_600_000;
  const at = (ms: number) => instantOf(new Date(Date.now() + ms));
  await cabinet.must(secretary, {
    type: "meeting.create",
    meetingId,
    bodyId,
    info: {
      title: both("Phiên họp thường kỳ"),
      kind: "regular",
      form: "hybrid",
      authority: "decides",
      startsAt: at(-hour),
      endsAt: at(3 * hour),
      place: "Phòng họp số 1",
    },
  });
  for (const item of ["open", "second", "closed"] as const) await seedItem(cabinet, sitting, item);
  await Promise.all(
    observers.map((personId) =>
      cabinet.must(secretary, {
        type: "invitation.add",
        meetingId,
        invitationId: InvitationId.parse(randomUUID()),
        personId,
        name: "Quan sát viên",
        title: both("Quan sát viên"),
        capacity: "observer",
        items: "all",
      }),
    ),
  );
  await cabinet.must(secretary, { type: "meeting.publish", meetingId, basedOnRevision: 0 });
  await Promise.all(
    memberships.map((membershipId) =>
      cabinet.must(secretary, {
        type: "presence.record",
        meetingId,
        invitationId: membershipId,
        where: "room",
      }),
    ),
  );
  await cabinet.must(chair, { type: "session.open", meetingId });
}

async function seedItem(
  cabinet: LiveCabinet,
  sitting: Sitting,
  item: "open" | "second" | "closed",
): Promise<void> {
  const { meetingId, secretary } = sitting;
  const itemId = sitting[item];
  const isClosed = item === "closed";
  await cabinet.must(secretary, {
    type: "agenda.add_item",
    meetingId,
    itemId,
    parent: null,
    content: {
      title: both(isClosed ? `Nội dung ${canary}` : "Dự thảo nghị quyết"),
      purpose: "decide",
      treatment: "debate",
      closed: isClosed,
      grade: null,
      leadAgency: "BTP",
      presenter: null,
      minutes: 30,
      openToObservers: !isClosed,
    },
  });
  await cabinet.must(secretary, {
    type: "document.attach_reference",
    meetingId,
    itemId,
    documentId: sitting.papers[item],
    kind: "report",
    title: both(isClosed ? `Báo cáo ${canary}` : "Báo cáo"),
    grade: null,
    copies: 3,
  });
}

/** So many papers of the open item that all hold: its own, and others that are published now. */
export async function morePapers(
  cabinet: LiveCabinet,
  { meetingId, secretary, open, papers }: Sitting,
  count: number,
): Promise<DocumentId[]> {
  const more = many(count - 1, () => DocumentId.parse(randomUUID()));
  for (const documentId of more)
    await cabinet.must(secretary, {
      type: "document.attach_reference",
      meetingId,
      itemId: open,
      documentId,
      kind: "report",
      title: both("Báo cáo"),
      grade: null,
      copies: 1,
    });
  if (count > 1)
    await cabinet.must(secretary, { type: "meeting.publish", meetingId, basedOnRevision: 1 });
  return [papers.open, ...more];
}

/** Gives the person the function of members' staff, and lets the member name them. */
export async function nameStaff(
  cabinet: LiveCabinet,
  { bodyId }: Pick<Sitting, "bodyId">,
  member: PersonId,
  personId: PersonId,
): Promise<void> {
  const name = "Thư ký của thành viên";
  const role = { role: "member_staff", name, title: both(name), from } as const;
  const grantId = GrantId.parse(randomUUID());
  await cabinet.must(installer, { type: "role.grant", bodyId, grantId, personId, ...role });
  await cabinet.must(member, { type: "office.name_staff", bodyId, personId });
}

/** Calls the item and opens a ballot on it. */
export async function anOpenBallot(
  cabinet: LiveCabinet,
  { meetingId, chair, secretary, open }: Sitting,
): Promise<BallotId> {
  const ballotId = BallotId.parse(randomUUID());
  const question = both("Thông qua dự thảo nghị quyết?");
  const prepared = { meetingId, ballotId, itemId: open, question };
  await cabinet.must(secretary, { type: "ballot.prepare", ...prepared });
  await cabinet.execute(chair, { type: "item.call", meetingId, itemId: open });
  await cabinet.must(chair, { type: "ballot.open", meetingId, ballotId, seconds: null });
  return ballotId;
}

function many<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

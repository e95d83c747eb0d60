/** One well-formed command of every type, about the meeting of a given phase. */
import { governmentOfVietnam } from "../../domain/bodies";
import type { Commands, CommandType } from "../../domain/commands";
import { AgencyId, type BodyId, HandoverId, type MeetingId } from "../../domain/ids";
import { Day } from "../../domain/text";
import { ids, info, itemContent } from "./cabinet-in-memory";
import { roles, type Things } from "./every-phase";

type Samples = { [T in CommandType]: Omit<Commands[T], "id" | "type"> };

const both = (vi: string) => ({ vi, en: vi });
const from = Day.parse("2020-01-01");
const agencyId = AgencyId.parse("0000000b-0000-4000-8000-000000000001");

/** A type that is new fails to compile here, and the walk until it is told. */
export function samplesFor(things: Things, meetingId: MeetingId, bodyId: BodyId): Samples {
  const own = { meetingId };
  const item = { ...own, itemId: things.open };
  const paper = { ...own, ...things.papers.open };
  const document = { ...own, documentId: things.papers.open.documentId };
  const described = { kind: "submission", title: both("Tờ trình"), grade: null } as const;
  const invitation = { ...own, invitationId: ids.invitation(4) };
  const ballot = { ...own, ballotId: things.put };
  const handover = { ...own, handoverId: HandoverId.parse(ids.grant(990)) };
  const reason = "Lý do";
  const someone = { personId: ids.person(700), name: "Người khác", title: both("Vụ trưởng") };
  const body = { bodyId };
  const to = Day.parse("2031-01-01");
  return {
    "body.create": {
      ...body,
      parentId: null,
      name: both("Chính phủ"),
      timeZone: "Asia/Ho_Chi_Minh",
      rules: governmentOfVietnam,
    },
    "body.adopt_rules": { ...body, rules: { ...governmentOfVietnam, validFrom: from } },
    "agency.establish": {
      ...body,
      agencyId,
      code: "BTP",
      name: both("Bộ Tư pháp"),
      kind: "ministry",
      from,
    },
    "agency.dissolve": { ...body, agencyId, to, mergedInto: agencyId },
    "membership.begin": {
      ...body,
      ...someone,
      membershipId: ids.membership(2),
      role: "member",
      order: 2,
      votingRight: true,
      agencyId: null,
      from,
    },
    "membership.end": { ...body, membershipId: ids.membership(800), to },
    "role.grant": { ...body, ...someone, grantId: ids.grant(1), role: "secretary", from },
    "role.revoke": { ...body, grantId: ids.grant(800), to },
    "office.name_staff": { ...body, personId: roles.memberStaff },
    "office.remove_staff": { ...body, personId: roles.stranger },
    "meeting.create": { ...own, ...body, info },
    "meeting.edit": { ...own, basedOnEdition: 1, info },
    "meeting.submit": own,
    "meeting.send_back": { ...own, reason },
    "meeting.approve": own,
    "meeting.publish": { ...own, basedOnRevision: 0 },
    "meeting.cancel": { ...own, reason },
    "session.open": own,
    "session.suspend": { ...own, until: null },
    "session.resume": own,
    "session.close": { ...own, note: "" },
    "presiding.assign": { ...own, itemId: null, personId: roles.member },
    "agenda.add_item": { ...own, itemId: ids.item(900), parent: null, content: itemContent },
    "agenda.edit_item": { ...item, basedOnEdition: 1, content: itemContent },
    "agenda.move_item": { ...item, basedOnOrderEdition: 0, parent: null, position: 0 },
    "agenda.remove_item": item,
    "item.call": item,
    "item.suspend": item,
    "item.conclude": { ...item, outcome: "adopted", conclusion: "", resubmitBy: null },
    "item.postpone": { ...item, reason },
    "item.withdraw": { ...item, reason },
    "item.reopen": { ...item, reason },
    "document.attach": { ...item, ...paper, ...described },
    "document.attach_reference": { ...item, ...document, ...described, copies: 3 },
    "document.describe": { ...document, ...described },
    "document.move": { ...document, position: 0 },
    "document.remove": document,
    "invitation.add": {
      ...own,
      ...someone,
      invitationId: ids.invitation(700),
      capacity: "observer",
      items: "all",
    },
    "invitation.remove": invitation,
    "invitation.confirm": invitation,
    "invitation.request_absence": { ...invitation, reason },
    "invitation.grant_absence": invitation,
    "invitation.refuse_absence": { ...invitation, reason },
    "invitation.name_substitute": {
      ...invitation,
      substitute: { ...someone, invitationId: ids.invitation(701) },
      reason,
    },
    "presence.check_in": { ...invitation, where: "room" },
    "presence.record": { ...invitation, where: "room" },
    "ballot.prepare": { ...item, ballotId: ids.ballot(900), question: both("Thông qua?") },
    "ballot.reword": { ...ballot, question: both("Thông qua?") },
    "ballot.discard": ballot,
    "ballot.open": { ...ballot, seconds: null },
    "ballot.vote": { ...ballot, answer: "yes" },
    "ballot.close": ballot,
    "ballot.declare": ballot,
    "ballot.void": { ...ballot, reason },
    "handover.give": {
      ...handover,
      personId: roles.memberStaff,
      documentIds: [things.papers.plain.documentId],
      note: "Chuẩn bị ý kiến",
      dueOn: null,
    },
    "handover.take_back": handover,
    "handover.finish": handover,
    "recusal.declare": { ...item, reason },
    "recusal.decide": { ...item, personId: ids.person(701), degree: "no_vote", reason },
  };
}

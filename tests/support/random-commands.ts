/** Whatever people might try in a meeting, in any order: most of it is refused, which is part of the point. */
import fc from "fast-check";
import { recusalDegrees } from "../../domain/bodies";
import type { MeetingCommand } from "../../domain/commands";
import { DocumentId, HandoverId, InvitationId, type PersonId, VersionId } from "../../domain/ids";
import { rightsOf } from "../../domain/meetings";
import { mayDo } from "../../domain/permissions";
import {
  type Ask,
  type Cabinet,
  ids,
  info,
  itemContent,
  people,
  person,
} from "./cabinet-in-memory";

const { meeting: meetingId } = ids;
const both = (vi: string) => ({ vi, en: "" });
const uuid = (kind: string, n: number) =>
  `0000000${kind}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

const guestInvitation = (n: number) => InvitationId.parse(uuid("a", n));
const number = fc.integer({ min: 1, max: 5 });
const itemId = fc.integer({ min: 1, max: 4 }).map(ids.item);
const ballotId = fc.integer({ min: 1, max: 2 }).map(ids.ballot);
const documentId = fc.integer({ min: 1, max: 8 }).map((n) => DocumentId.parse(uuid("7", n)));
const versionId = fc.integer({ min: 1, max: 12 }).map((n) => VersionId.parse(uuid("8", n)));
const invitationId = fc.oneof(number.map(ids.invitation), number.map(guestInvitation));
const handoverId = number.map((n) => HandoverId.parse(uuid("b", n)));
const answer = fc.constantFrom("yes", "no", "abstain");
const reason = fc.constantFrom("Đi công tác", "Xem lại phụ lục");

export const everyone: readonly PersonId[] = [
  ...[1, 2, 3, 4, 5].map(ids.person),
  ...Object.values(people),
];

const content = fc.record({
  title: fc.constantFrom(both("Dự thảo nghị quyết"), both("Báo cáo quý III")),
  purpose: fc.constant(itemContent.purpose),
  treatment: fc.constant(itemContent.treatment),
  closed: fc.boolean(),
  grade: fc.constant(null),
  leadAgency: fc.constantFrom("BTP", "BTC", null),
  presenter: fc.constant(null),
  minutes: fc.integer({ min: 0, max: 60 }),
  openToObservers: fc.boolean(),
});

/** A command as somebody would give it who looks at the meeting as it stands. */
type Make = (cabinet: Cabinet) => Ask<MeetingCommand>;

const life = fc.constantFrom<Make>(
  ({ state }) => ({ type: "meeting.publish", meetingId, basedOnRevision: state.revisions.length }),
  ({ state }) => ({
    type: "meeting.edit",
    meetingId,
    basedOnEdition: state.infoEdition,
    info: { ...info, place: `Phòng ${state.infoEdition}` },
  }),
  () => ({ type: "meeting.submit", meetingId }),
  () => ({ type: "meeting.approve", meetingId }),
  () => ({ type: "meeting.send_back", meetingId, reason: "Thiếu phụ lục" }),
  () => ({ type: "session.open", meetingId }),
  () => ({ type: "session.suspend", meetingId, until: null }),
  () => ({ type: "session.resume", meetingId }),
  () => ({ type: "session.close", meetingId, note: "" }),
);

const items: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ itemId, content, parent: fc.option(itemId) }).map(
    (fields): Make =>
      () => ({ type: "agenda.add_item", meetingId, ...fields }),
  ),
  fc.record({ itemId, content }).map(
    (fields): Make =>
      ({ state }) => ({
        type: "agenda.edit_item",
        meetingId,
        basedOnEdition: state.agenda.items[fields.itemId]?.edition ?? 1,
        ...fields,
      }),
  ),
  fc.record({ itemId, parent: fc.option(itemId), position: fc.nat(4) }).map(
    (fields): Make =>
      ({ state }) => ({
        type: "agenda.move_item",
        meetingId,
        basedOnOrderEdition: state.agenda.orderEdition,
        ...fields,
      }),
  ),
  itemId.map(
    (id): Make =>
      () => ({ type: "agenda.remove_item", meetingId, itemId: id }),
  ),
  itemId.map(
    (id): Make =>
      () => ({ type: "item.call", meetingId, itemId: id }),
  ),
  itemId.map(
    (id): Make =>
      () => ({ type: "item.suspend", meetingId, itemId: id }),
  ),
  itemId.map(
    (id): Make =>
      () => ({
        type: "item.conclude",
        meetingId,
        itemId: id,
        outcome: "adopted",
        conclusion: "Thống nhất",
        resubmitBy: null,
      }),
  ),
  fc.record({ itemId, reason }).map(
    (fields): Make =>
      () => ({ type: "item.postpone", meetingId, ...fields }),
  ),
  fc.record({ itemId, reason }).map(
    (fields): Make =>
      () => ({ type: "item.reopen", meetingId, ...fields }),
  ),
);

const papers: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ itemId, documentId, versionId }).map(
    (fields): Make =>
      () => ({
        type: "document.attach",
        meetingId,
        kind: "submission",
        title: both("Tờ trình"),
        grade: null,
        ...fields,
      }),
  ),
  fc.record({ documentId }).map(
    (fields): Make =>
      () => ({ type: "document.remove", meetingId, ...fields }),
  ),
);

const attendance: fc.Arbitrary<Make> = fc.oneof(
  fc
    .record({
      invitationId: number.map(guestInvitation),
      personId: fc.constantFrom(
        people.rapporteur,
        people.invitee,
        people.observer,
        people.stranger,
      ),
      capacity: fc.constantFrom("rapporteur", "invitee", "observer"),
      items: fc.oneof(fc.constant("all"), fc.uniqueArray(itemId, { minLength: 1, maxLength: 3 })),
    })
    .map(
      (fields): Make =>
        () => ({
          type: "invitation.add",
          meetingId,
          name: "Khách",
          title: both("Chuyên gia"),
          ...fields,
        }),
    ),
  invitationId.map(
    (id): Make =>
      () => ({ type: "invitation.remove", meetingId, invitationId: id }),
  ),
  invitationId.map(
    (id): Make =>
      () => ({ type: "invitation.confirm", meetingId, invitationId: id }),
  ),
  fc.record({ invitationId, reason }).map(
    (fields): Make =>
      () => ({ type: "invitation.request_absence", meetingId, ...fields }),
  ),
  fc.record({ invitationId, where: fc.constantFrom("room", "remote", "away", "left") }).map(
    (fields): Make =>
      () => ({ type: "presence.record", meetingId, ...fields }),
  ),
  fc.record({ itemId: fc.option(itemId), personId: fc.option(number.map(ids.person)) }).map(
    (fields): Make =>
      () => ({ type: "presiding.assign", meetingId, ...fields }),
  ),
);

const ballots: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ ballotId, itemId }).map(
    (fields): Make =>
      () => ({ type: "ballot.prepare", meetingId, question: both("Thông qua?"), ...fields }),
  ),
  ballotId.map(
    (id): Make =>
      () => ({ type: "ballot.open", meetingId, ballotId: id, seconds: null }),
  ),
  {
    weight: 4,
    arbitrary: fc.record({ ballotId, answer }).map(
      (fields): Make =>
        () => ({ type: "ballot.vote", meetingId, ...fields }),
    ),
  },
  ballotId.map(
    (id): Make =>
      () => ({ type: "ballot.close", meetingId, ballotId: id }),
  ),
  ballotId.map(
    (id): Make =>
      () => ({ type: "ballot.declare", meetingId, ballotId: id }),
  ),
  fc.record({ ballotId, reason }).map(
    (fields): Make =>
      () => ({ type: "ballot.void", meetingId, ...fields }),
  ),
);

const handovers: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ handoverId, documentIds: fc.array(documentId, { minLength: 1, maxLength: 3 }) }).map(
    (fields): Make =>
      () => ({
        type: "handover.give",
        meetingId,
        personId: people.memberStaff,
        note: "Chuẩn bị ý kiến",
        dueOn: null,
        ...fields,
      }),
  ),
  handoverId.map(
    (id): Make =>
      () => ({ type: "handover.finish", meetingId, handoverId: id }),
  ),
  handoverId.map(
    (id): Make =>
      () => ({ type: "handover.take_back", meetingId, handoverId: id }),
  ),
);

const recusals: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ itemId, reason }).map(
    (fields): Make =>
      () => ({ type: "recusal.declare", meetingId, ...fields }),
  ),
  fc
    .record({
      itemId,
      reason,
      degree: fc.constantFrom(...recusalDegrees),
      personId: number.map(ids.person),
    })
    .map(
      (fields): Make =>
        () => ({ type: "recusal.decide", meetingId, ...fields }),
    ),
);

export type Attempt = { who: number; isSensible: boolean; make: Make };

/** One attempt: a command, and who gives it, most often somebody who may. */
export const attempt: fc.Arbitrary<Attempt> = fc.record({
  who: fc.nat(10_000),
  isSensible: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  make: fc.oneof(life, items, papers, attendance, handovers, recusals, {
    weight: 3,
    arbitrary: ballots,
  }),
});

/** Makes the attempt; what was recorded is in the cabinet's log. */
export function tryOne(cabinet: Cabinet, { who, isSensible, make }: Attempt): void {
  const command = make(cabinet);
  const permitted = everyone.filter((personId) =>
    mayDo(rightsOf(cabinet.state, cabinet.standing(personId)), command.type),
  );
  const from = isSensible && permitted.length > 0 ? permitted : everyone;
  const by = from[who % from.length];
  if (by !== undefined) cabinet.pass(1_000).try(command, person(by));
}

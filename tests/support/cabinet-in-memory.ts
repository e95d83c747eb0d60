/** A cabinet run by the pure rules alone: commands in, states out. For domain tests and properties. */
import {
  type BodyRules,
  type BodyState,
  dayIn,
  governmentOfVietnam,
  standingOf,
} from "../../domain/bodies";
import type { BodyCommand, MeetingCommand } from "../../domain/commands";
import { type Context, decideBody, decideMeeting } from "../../domain/decide";
import type { ReadyVersion } from "../../domain/documents";
import type { MeetingEvent } from "../../domain/events";
import { evolveBody, evolveMeeting } from "../../domain/evolve";
import {
  BallotId,
  BodyId,
  CommandId,
  DocumentId,
  GrantId,
  InvitationId,
  ItemId,
  MeetingId,
  MembershipId,
  PersonId,
  VersionId,
} from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { RefusalCode } from "../../domain/refusals";
import type { Actor, Recorded, Refusal } from "../../domain/stream";
import { Day, Instant, instantOf } from "../../domain/text";

const uuid = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

export const ids = {
  body: BodyId.parse(uuid(1, 1)),
  meeting: MeetingId.parse(uuid(2, 1)),
  /** members are persons 1..n by protocol order */
  person: (n: number) => PersonId.parse(uuid(3, n)),
  membership: (n: number) => MembershipId.parse(uuid(4, n)),
  grant: (n: number) => GrantId.parse(uuid(5, n)),
  item: (n: number) => ItemId.parse(uuid(6, n)),
  document: (n: number) => DocumentId.parse(uuid(7, n)),
  version: (n: number) => VersionId.parse(uuid(8, n)),
  ballot: (n: number) => BallotId.parse(uuid(9, n)),
  /** a member's invitation has the membership's id */
  invitation: (n: number) => InvitationId.parse(uuid(4, n)),
};

export const people = {
  chair: ids.person(1),
  secretary: ids.person(901),
  officeLead: ids.person(902),
  examiner: ids.person(903),
  auditor: ids.person(904),
  clerk: ids.person(905),
  memberStaff: ids.person(906),
  rapporteur: ids.person(911),
  invitee: ids.person(912),
  observer: ids.person(913),
  substitute: ids.person(914),
  stranger: ids.person(999),
};

export const person = (personId: PersonId): Actor => ({ kind: "person", personId });
export const installer: Actor = { kind: "system", name: "installer" };
export const clock: Actor = { kind: "system", name: "clock" };

const both = (vi: string) => ({ vi, en: vi });

/** A command as a test writes it: without its id. */
export type Ask<C> = C extends { id: unknown } ? Omit<C, "id"> : never;

export class Cabinet {
  body: BodyState | null = null;
  meeting: MeetingState | null = null;
  readonly log: {
    before: MeetingState | null;
    after: MeetingState;
    recorded: Recorded<MeetingEvent>;
  }[] = [];
  readonly versions = new Map<VersionId, ReadyVersion>();
  gradeCeiling = 0;
  private at = Date.parse("2026-11-25T00:50:00.000Z");
  private commands = 0;
  private bodySeq = 0;

  get now(): Instant {
    return instantOf(new Date(this.at));
  }

  pass(ms: number): this {
    this.at += ms;
    return this;
  }

  private context(actor: Actor): Context {
    const day = this.body === null ? Day.parse("2026-11-25") : dayIn(this.body.timeZone, this.now);
    return {
      now: this.now,
      actor,
      body: this.body,
      standing:
        actor.kind === "person" && this.body !== null
          ? standingOf(this.body, actor.personId, day)
          : { personId: people.stranger, roles: [], membershipId: null, staff: [], offices: [] },
      versions: this.versions,
      gradeCeiling: this.gradeCeiling,
      administrator: false,
    };
  }

  standing(personId: PersonId) {
    return this.context(person(personId)).standing;
  }

  /** @throws when the rules refuse: set-up that does not hold is a broken test */
  setUpBody(command: Ask<BodyCommand>, actor: Actor = installer): this {
    const full = { ...command, id: this.nextId() } as BodyCommand;
    const decision = decideBody(this.body, full, this.context(actor));
    if (decision.refusal !== undefined)
      throw new Error(JSON.stringify([command, decision.refusal]));
    for (const event of decision.events) {
      this.bodySeq += 1;
      this.body = evolveBody(this.body, this.record(this.bodySeq, actor, event));
    }
    return this;
  }

  /** Tries a command; the refusal, or null when it was accepted and folded. */
  try(command: Ask<MeetingCommand>, actor: Actor): Refusal<RefusalCode> | null {
    const full = { ...command, id: this.nextId() } as MeetingCommand;
    const decision = decideMeeting(this.meeting, full, this.context(actor));
    if (decision.refusal !== undefined) return decision.refusal;
    for (const event of decision.events) {
      const before = this.meeting;
      const recorded = this.record((before?.seq ?? 0) + 1, actor, event);
      this.meeting = evolveMeeting(before, recorded);
      this.log.push({ before, after: this.meeting, recorded });
    }
    return null;
  }

  /** @throws when the rules refuse */
  must(command: Ask<MeetingCommand>, by: Actor | PersonId): this {
    const refusal = this.try(command, typeof by === "string" ? person(by) : by);
    if (refusal !== null) throw new Error(`${command.type} refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  get state(): MeetingState {
    if (this.meeting === null) throw new Error("no meeting yet");
    return this.meeting;
  }

  private nextId(): CommandId {
    this.commands += 1;
    return CommandId.parse(uuid(0, this.commands));
  }

  private record<E>(seq: number, actor: Actor, event: E): Recorded<E> {
    return { seq, at: this.now, actor, hash: seq.toString(16).padStart(64, "0"), event };
  }
}

const from = Day.parse("2026-01-01");

/** A body of `size` members with its office and an auditor. */
export function aCabinetOf(size: number, rules: Partial<BodyRules> = {}): Cabinet {
  const cabinet = new Cabinet();
  const meetingId = ids.body;
  cabinet.setUpBody({
    type: "body.create",
    bodyId: meetingId,
    parentId: null,
    name: both("Chính phủ"),
    timeZone: "Asia/Ho_Chi_Minh",
    rules: { ...governmentOfVietnam, validFrom: from, approval: false, ...rules },
  });
  for (let n = 1; n <= size; n++)
    cabinet.setUpBody({
      type: "membership.begin",
      bodyId: meetingId,
      membershipId: ids.membership(n),
      personId: ids.person(n),
      name: `Thành viên ${n}`,
      title: both(`Bộ trưởng ${n}`),
      role: n === 1 ? "chair" : "member",
      order: n,
      votingRight: true,
      agencyId: null,
      from,
    });
  const roles = [
    "secretary",
    "office_lead",
    "examiner",
    "auditor",
    "clerk",
    "member_staff",
  ] as const;
  for (const [index, role] of roles.entries())
    cabinet.setUpBody({
      type: "role.grant",
      bodyId: meetingId,
      grantId: ids.grant(index + 1),
      personId: ids.person(901 + index),
      name: role,
      title: both(role),
      role,
      from,
    });
  return cabinet;
}

export const info = {
  title: both("Phiên họp thường kỳ"),
  kind: "regular",
  form: "hybrid",
  authority: "decides",
  startsAt: Instant.parse("2026-11-25T01:00:00.000Z"),
  endsAt: Instant.parse("2026-11-25T04:30:00.000Z"),
  place: "Phòng họp số 1",
} as const;

export const itemContent = {
  title: both("Nội dung"),
  purpose: "decide",
  treatment: "debate",
  closed: false,
  grade: null,
  leadAgency: "BTP",
  presenter: null,
  minutes: 30,
  openToObservers: false,
} as const;

const { meeting: meetingId } = ids;

export function readyVersion(n: number, pages = 10): ReadyVersion {
  return {
    versionId: ids.version(n),
    sha256: n.toString(16).padStart(64, "0"),
    pages,
    sizeBytes: 1000,
    fileName: `to-trinh-${n}.pdf`,
    flags: [],
  };
}

/** A meeting in preparation with `items` items, each with one paper of ten pages. */
export function aMeetingOf(cabinet: Cabinet, items: number): Cabinet {
  const by = people.secretary;
  cabinet.must({ type: "meeting.create", meetingId, bodyId: ids.body, info }, by);
  for (let n = 1; n <= items; n++) {
    const itemId = ids.item(n);
    cabinet.must(
      { type: "agenda.add_item", meetingId, itemId, parent: null, content: itemContent },
      by,
    );
    cabinet.versions.set(ids.version(n), readyVersion(n));
    const title = both(`Tờ trình ${n}`);
    const documentId = ids.document(n);
    const paper = { documentId, versionId: ids.version(n), kind: "submission", title } as const;
    cabinet.must({ type: "document.attach", meetingId, itemId, grade: null, ...paper }, by);
  }
  return cabinet;
}

/** The same, published and in session with `present` members in the room. */
export function aSessionOf(cabinet: Cabinet, items: number, present: number): Cabinet {
  aMeetingOf(cabinet, items);
  cabinet.must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, people.secretary);
  for (let n = 1; n <= present; n++)
    cabinet.must(
      { type: "presence.record", meetingId, invitationId: ids.invitation(n), where: "room" },
      people.secretary,
    );
  return cabinet.must({ type: "session.open", meetingId }, people.chair);
}

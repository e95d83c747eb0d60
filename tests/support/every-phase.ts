/**
 * The whole product with one meeting in every phase and somebody in every role, and words planted in
 * whatever is confidential: what a walk over all doors as everybody needs.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { governmentOfVietnam } from "../../domain/bodies";
import { BodyId, HandoverId, MeetingId, type PersonId } from "../../domain/ids";
import type { PhaseName } from "../../domain/meetings";
import { Day } from "../../domain/text";
import { readConfig } from "../../server/config";
import { type RunningServer, serve } from "../../server/serve";
import { foundBody, openNode, type TestNode } from "./cabinet";
import { ids, info, installer, itemContent, people } from "./cabinet-in-memory";
import { copyDatabase } from "./database";
import { pdf } from "./pdf";

export const phases = [
  "draft",
  "awaiting_approval",
  "sent_back",
  "approved",
  "published",
  "in_session",
  "suspended",
  "closed",
  "cancelled",
] as const satisfies readonly PhaseName[];

export const roles = {
  head: people.chair,
  member: ids.person(2),
  /** presides over the meeting that is suspended, in the head's place */
  deputy: ids.person(3),
  /** asks for absence; the substitute sits for this one */
  absentMember: ids.person(4),
  substitute: people.substitute,
  secretary: people.secretary,
  officeLead: people.officeLead,
  examiner: people.examiner,
  clerk: people.clerk,
  /** of the member's office, who has handed over the plain paper */
  memberStaff: people.memberStaff,
  agencyOfficer: ids.person(907),
  auditor: people.auditor,
  /** asked for the plain item alone */
  rapporteur: people.rapporteur,
  /** asked for the closed item alone */
  namedGuest: ids.person(915),
  invitee: people.invitee,
  observer: people.observer,
  administrator: ids.person(920),
  otherMember: ids.person(930),
  otherSecretary: ids.person(931),
  stranger: people.stranger,
} as const satisfies Record<string, PersonId>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles).filter((name): name is Role =>
  Object.hasOwn(roles, name),
);

export const plants = [
  "meetingTitle",
  "plainTitle",
  "plainPaper",
  "plainFile",
  "closedTitle",
  "closedPaper",
  "closedFile",
  "conclusion",
  "question",
  "absence",
  "workingCopy",
  "note",
] as const;
export type Plant = (typeof plants)[number];

/** A word that stands nowhere else, in letters that no encoding changes. */
const word = (plant: Plant, phase: PhaseName) => `zz${plant}zz${phase}zz`;

/** The planted words in a text, as `plant phase`. */
export const planted = (text: string) =>
  [...text.matchAll(/zz([A-Za-z]+)zz([a-z_]+)zz/g)].map(([, plant, phase]) => `${plant} ${phase}`);

/** The things of one meeting; unlike names they are unique in the whole database. */
export function thingsOf(phase: PhaseName) {
  const n = 10 * (phases.indexOf(phase) + 1);
  const digits = n.toString(16).padStart(12, "0");
  return {
    meetingId: MeetingId.parse(`0000000a-0000-4000-8000-${digits}`),
    plain: ids.item(n),
    closed: ids.item(n + 1),
    /** open to observers; the item that is current while in session */
    open: ids.item(n + 2),
    papers: {
      plain: { documentId: ids.document(n), versionId: ids.version(n) },
      closed: { documentId: ids.document(n + 1), versionId: ids.version(n + 1) },
      open: { documentId: ids.document(n + 2), versionId: ids.version(n + 2) },
    },
    /** put to the vote while in session */
    put: ids.ballot(n),
    /** prepared only */
    prepared: ids.ballot(n + 1),
    /** the plain paper, from the member to the own staff */
    handoverId: HandoverId.parse(ids.grant(1_000 + n)),
    guest: (k: number) => ids.invitation(1_000 + n + k),
    text: (plant: Plant) => {
      const vi = word(plant, phase);
      return { vi, en: vi };
    },
  };
}
export type Things = ReturnType<typeof thingsOf>;

export const nowhere = MeetingId.parse("0000000a-0000-4000-8000-00000000ffff");
const otherBody = BodyId.parse("00000001-0000-4000-8000-000000000002");

export type EveryPhase = {
  server: RunningServer;
  /** a second node on the same database, to set up and to ask the door itself */
  node: TestNode;
  cookies: Record<Role, string>;
  stop(): Promise<void>;
};

export async function openEveryPhase(): Promise<EveryPhase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-phases-"));
  const copy = await copyDatabase();
  const variables = { NODE_ENV: "test", PORT: "0", DATA_DIR: dataDir, DATABASE_URL: copy.url };
  const server = await serve(readConfig(variables));
  const node = await openNode(copy);
  await foundBodies(node);
  await giveAccounts(node);
  const cookies: Partial<Record<Role, string>> = {};
  for (const role of roleNames) {
    const facts = { via: "demo", address: "127.0.0.1", device: "test" } as const;
    cookies[role] = `session=${await server.identity.sessions.begin(roles[role], facts)}`;
  }
  const all: Record<string, string> = cookies;
  const cookieOf = (role: Role) => all[role] ?? "";
  await prepare(node, "draft");
  await upload(server.address, cookieOf("secretary"));
  await spreadVersions(node);
  for (const phase of phases) {
    if (phase !== "draft") await prepare(node, phase);
    await attach(node, phase);
    await courses[phase](node, thingsOf(phase));
  }
  return {
    server,
    node,
    cookies: Object.fromEntries(roleNames.map((role) => [role, cookieOf(role)])) as Record<
      Role,
      string
    >,
    async stop() {
      await node.close();
      await server.stop();
      await copy.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const both = (vi: string) => ({ vi, en: vi });
const from = Day.parse("2020-01-01");

async function foundBodies(node: TestNode): Promise<void> {
  await foundBody(node, 6);
  const { must } = node;
  const validFrom = Day.parse("2023-01-01");
  const rules = { ...governmentOfVietnam, validFrom, approval: true };
  await must({ type: "body.adopt_rules", bodyId: ids.body, rules }, installer);
  const granted = [
    ["office_lead", roles.officeLead],
    ["examiner", roles.examiner],
    ["auditor", roles.auditor],
    ["clerk", roles.clerk],
    ["member_staff", roles.memberStaff],
    ["agency_officer", roles.agencyOfficer],
  ] as const;
  const grant = { type: "role.grant", title: both("Văn phòng"), from } as const;
  for (const [index, [role, personId]] of granted.entries()) {
    const grantId = ids.grant(index + 2);
    await must({ ...grant, bodyId: ids.body, grantId, personId, name: role, role }, installer);
  }
  const office = { bodyId: ids.body, personId: roles.memberStaff };
  await must({ type: "office.name_staff", ...office }, roles.member);
  const [name, timeZone] = [both("Ủy ban nhân dân"), "Asia/Ho_Chi_Minh"];
  const bodyId = otherBody;
  await must({ type: "body.create", bodyId, parentId: null, name, timeZone, rules }, installer);
  await must(
    {
      type: "membership.begin",
      bodyId,
      membershipId: ids.membership(50),
      personId: roles.otherMember,
      name: "Chủ tịch",
      title: both("Chủ tịch"),
      role: "chair",
      order: 1,
      votingRight: true,
      agencyId: null,
      from,
    },
    installer,
  );
  const desk = { personId: roles.otherSecretary, name: "Thư ký", role: "secretary" } as const;
  await must({ ...grant, bodyId, grantId: ids.grant(50), ...desk }, installer);
}

async function giveAccounts({ database: { sql } }: TestNode): Promise<void> {
  for (const role of roleNames) {
    await sql`insert into person (person_id, name) values (${roles[role]}, ${role})
      on conflict do nothing`;
    await sql`insert into account (person_id, user_name, administrator)
      values (${roles[role]}, ${`walk.${role.toLowerCase()}`}, ${role === "administrator"})`;
  }
}

/** One real upload; the other papers are the same bytes under other names. */
async function upload(address: string, cookie: string): Promise<void> {
  const { meetingId, papers } = thingsOf("draft");
  const response = await fetch(`${address}/uploads/${papers.open.versionId}`, {
    method: "PUT",
    headers: {
      Cookie: cookie,
      Origin: address,
      "Sec-Fetch-Site": "same-origin",
      "X-Meeting": meetingId,
      "X-File-Name": "open.pdf",
    },
    body: new Uint8Array(pdf({ pages: ["A paper"] })),
  });
  if (response.status !== 200) throw new Error(`upload: ${await response.text()}`);
}

async function spreadVersions({ database: { sql } }: TestNode): Promise<void> {
  const source = thingsOf("draft").papers.open.versionId;
  for (const phase of phases) {
    const { meetingId, papers, text } = thingsOf(phase);
    const names = { plain: text("plainFile").vi, closed: text("closedFile").vi, open: "open" };
    for (const which of ["plain", "closed", "open"] as const) {
      const { versionId } = papers[which];
      if (versionId === source) continue;
      await sql`
        insert into document_version (version_id, meeting_id, uploaded_by, file_name, grade, state,
          sha256, size_bytes, pages, page_runs, flags, created_at, settled_at)
        select ${versionId}, ${meetingId}, uploaded_by, ${`${names[which]}.pdf`}, grade, state,
          sha256, size_bytes, pages, page_runs, flags, created_at, settled_at
        from document_version where version_id = ${source}`;
    }
  }
}

async function prepare({ must }: TestNode, phase: PhaseName): Promise<void> {
  const { meetingId, plain, closed, open, prepared, put, guest, text } = thingsOf(phase);
  const by = people.secretary;
  const titled = { ...info, title: text("meetingTitle") };
  await must({ type: "meeting.create", meetingId, bodyId: ids.body, info: titled }, by);
  const contents = [
    [plain, { ...itemContent, title: text("plainTitle") }],
    [closed, { ...itemContent, title: text("closedTitle"), closed: true }],
    [open, { ...itemContent, openToObservers: true }],
  ] as const;
  for (const [itemId, content] of contents)
    await must({ type: "agenda.add_item", meetingId, itemId, parent: null, content }, by);
  const guests = [
    [roles.rapporteur, "rapporteur", [plain]],
    [roles.namedGuest, "rapporteur", [closed]],
    [roles.invitee, "invitee", "all"],
    [roles.observer, "observer", "all"],
  ] as const;
  for (const [index, [personId, capacity, items]] of guests.entries()) {
    const asked = { personId, capacity, items: items === "all" ? items : [...items] };
    const invitation = { meetingId, invitationId: guest(index), name: capacity };
    await must({ type: "invitation.add", ...invitation, title: both(capacity), ...asked }, by);
  }
  const question = text("question");
  await must({ type: "ballot.prepare", meetingId, ballotId: prepared, itemId: open, question }, by);
  await must(
    { type: "ballot.prepare", meetingId, ballotId: put, itemId: open, question: both("Đồng ý?") },
    by,
  );
}

async function attach({ must }: TestNode, phase: PhaseName): Promise<void> {
  const { meetingId, papers, text, ...items } = thingsOf(phase);
  const titles = { plain: text("plainPaper"), closed: text("closedPaper"), open: both("Tờ trình") };
  for (const which of ["plain", "closed", "open"] as const) {
    const paper = { kind: "submission", title: titles[which], grade: null } as const;
    await must(
      { type: "document.attach", meetingId, itemId: items[which], ...papers[which], ...paper },
      people.secretary,
    );
  }
}

type Course = (node: TestNode, things: Things) => Promise<unknown>;

const submitted: Course = ({ must }, { meetingId }) =>
  must({ type: "meeting.submit", meetingId }, people.secretary);

const approved: Course = async (node, things) => {
  await submitted(node, things);
  await node.must({ type: "meeting.approve", meetingId: things.meetingId }, people.chair);
};

/** With a substitute, a request for absence, a paper handed over, and an edit that is not published yet. */
const published: Course = async (node, things) => {
  await approved(node, things);
  const { must } = node;
  const { meetingId, plain, guest, text, handoverId } = things;
  const by = people.secretary;
  await must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, by);
  const handed = { handoverId, personId: roles.memberStaff, dueOn: null, note: text("note").vi };
  const documentIds = [things.papers.plain.documentId];
  await must({ type: "handover.give", meetingId, ...handed, documentIds }, roles.member);
  const absent = { meetingId, invitationId: ids.invitation(4) };
  const reason = text("absence").vi;
  await must({ type: "invitation.request_absence", ...absent, reason }, roles.absentMember);
  const title = both("Thứ trưởng");
  const named = { invitationId: guest(9), personId: roles.substitute, name: "Người thay", title };
  const substitution = { ...absent, substitute: named, reason };
  await must({ type: "invitation.name_substitute", ...substitution }, roles.absentMember);
  const content = { ...itemContent, title: text("workingCopy") };
  const edit = { meetingId, itemId: plain, basedOnEdition: 1, content };
  await must({ type: "agenda.edit_item", ...edit }, by);
};

/** The closed item is concluded; on the current one, edited since it was published, a ballot is open. */
const inSession: Course = async (node, things) => {
  await published(node, things);
  const { must } = node;
  const { meetingId, closed, open, put, text } = things;
  for (const n of [1, 2, 3, 5, 6]) {
    const arrival = { meetingId, invitationId: ids.invitation(n), where: "room" } as const;
    await must({ type: "presence.record", ...arrival }, people.secretary);
  }
  const by = people.chair;
  await must({ type: "session.open", meetingId }, by);
  await must({ type: "item.call", meetingId, itemId: closed }, by);
  const conclusion = text("conclusion").vi;
  const outcome = { outcome: "adopted", conclusion, resubmitBy: null } as const;
  await must({ type: "item.conclude", meetingId, itemId: closed, ...outcome }, by);
  await must({ type: "item.call", meetingId, itemId: open }, by);
  const content = { ...itemContent, title: text("workingCopy"), openToObservers: true };
  const edit = { meetingId, itemId: open, basedOnEdition: 1, content };
  await must({ type: "agenda.edit_item", ...edit }, people.secretary);
  await must({ type: "ballot.open", meetingId, ballotId: put, seconds: null }, by);
  await must({ type: "ballot.vote", meetingId, ballotId: put, answer: "no" }, roles.member);
};

const declared: Course = async (node, things) => {
  await inSession(node, things);
  const { must } = node;
  const { meetingId, put } = things;
  await must({ type: "ballot.close", meetingId, ballotId: put }, people.chair);
  await must({ type: "ballot.declare", meetingId, ballotId: put }, people.chair);
};

const courses: Record<(typeof phases)[number], Course> = {
  draft: () => Promise.resolve(),
  awaiting_approval: submitted,
  async sent_back(node, things) {
    await submitted(node, things);
    const { meetingId } = things;
    await node.must({ type: "meeting.send_back", meetingId, reason: "Bổ sung" }, people.chair);
  },
  approved,
  published,
  in_session: inSession,
  async suspended(node, things) {
    await declared(node, things);
    const assign = { meetingId: things.meetingId, itemId: null, personId: roles.deputy };
    await node.must({ type: "presiding.assign", ...assign }, people.chair);
    const { meetingId } = things;
    await node.must({ type: "session.suspend", meetingId, until: null }, roles.deputy);
  },
  async closed(node, things) {
    await declared(node, things);
    const { meetingId, open } = things;
    const outcome = { outcome: "adopted", conclusion: "", resubmitBy: null } as const;
    await node.must({ type: "item.conclude", meetingId, itemId: open, ...outcome }, people.chair);
    await node.must({ type: "session.close", meetingId, note: "" }, people.chair);
  },
  async cancelled(node, things) {
    await published(node, things);
    const { meetingId } = things;
    await node.must({ type: "meeting.cancel", meetingId, reason: "Dời lịch" }, people.chair);
  },
};

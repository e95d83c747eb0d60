/** The whole product on a free port with one meeting of two items, for tests of papers: from upload to reading. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { governmentOfVietnam } from "../../domain/bodies";
import {
  BodyId,
  DocumentId,
  GrantId,
  InvitationId,
  ItemId,
  MeetingId,
  MembershipId,
  PersonId,
  VersionId,
} from "../../domain/ids";
import { Day, instantOf } from "../../domain/text";
import { readConfig } from "../../server/config";
import { type RunningServer, serve } from "../../server/serve";
import { copyDatabase } from "./database";

const both = (vi: string) => ({ vi, en: "" });
const from = Day.parse("2026-01-01");

export type PaperMeeting = {
  server: RunningServer;
  dataDir: string;
  bodyId: BodyId;
  meetingId: MeetingId;
  /** open to all who are asked, and a closed one for members alone */
  items: { open: ItemId; closed: ItemId };
  people: Record<"chair" | "member" | "staff" | "secretary" | "rapporteur" | "stranger", PersonId>;
  cookieOf(person: PersonId): Promise<string>;
  /** gives the function of members' staff; `people.staff` has it from the beginning */
  serve(person: PersonId): Promise<void>;
  must(by: PersonId, command: { type: string } & Record<string, unknown>): Promise<void>;
  /** Uploads as the secretary does; answers as the server did. */
  upload(
    bytes: Uint8Array,
    options?: {
      by?: PersonId;
      versionId?: VersionId;
      meetingId?: MeetingId;
      fileName?: string;
      grade?: string;
    },
  ): Promise<{ status: number; body: unknown; versionId: VersionId }>;
  /** Uploads, attaches; not published yet. */
  addPaper(
    itemId: ItemId,
    bytes: Uint8Array,
    title: string,
    grade?: string,
  ): Promise<{ documentId: DocumentId; versionId: VersionId }>;
  publish(): Promise<void>;
  stop(): Promise<void>;
};

/** On a database of its own; `inDataDir`: on a PostgreSQL of its own, which a server started later in that folder finds. */
export async function openPaperMeeting(
  variables: Record<string, string> = {},
  { inDataDir = false } = {},
): Promise<PaperMeeting> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "papers-"));
  const copy = inDataDir ? null : await copyDatabase();
  const own = { NODE_ENV: "test", PORT: "0", DATA_DIR: dataDir, DATABASE_URL: copy?.url };
  const server = await serve(readConfig({ ...own, ...variables }));
  const person = () => PersonId.parse(randomUUID());
  const people = {
    chair: person(),
    member: person(),
    staff: person(),
    secretary: person(),
    rapporteur: person(),
    stranger: person(),
  };
  const bodyId = BodyId.parse(randomUUID());
  const meetingId = MeetingId.parse(randomUUID());
  const items = { open: ItemId.parse(randomUUID()), closed: ItemId.parse(randomUUID()) };
  let revision = 0;

  const execute = async (
    actor: { kind: "person"; personId: PersonId } | { kind: "system"; name: "installer" },
    command: { type: string } & Record<string, unknown>,
  ) => {
    const answer = await server.cabinet.execute({ id: randomUUID(), ...command }, actor);
    if (!answer.ok) throw new Error(`${command.type} refused: ${JSON.stringify(answer)}`);
  };
  const meeting: PaperMeeting = {
    server,
    dataDir,
    bodyId,
    meetingId,
    items,
    people,
    serve: (personId) =>
      execute(
        { kind: "system", name: "installer" },
        {
          type: "role.grant",
          bodyId,
          grantId: GrantId.parse(randomUUID()),
          personId,
          name: "Thư ký của thành viên",
          title: both("Thư ký của Bộ trưởng"),
          role: "member_staff",
          from,
        },
      ),
    must: (personId, command) => execute({ kind: "person", personId }, command),
    async cookieOf(personId) {
      const facts = { via: "demo", address: "127.0.0.1", device: "test" } as const;
      return `session=${await server.identity.sessions.begin(personId, facts)}`;
    },
    async upload(bytes, options = {}) {
      const versionId = options.versionId ?? VersionId.parse(randomUUID());
      const address = `${server.address}/uploads/${versionId}`;
      const headers = {
        ...(await headersOf(meeting, options.by ?? people.secretary)),
        "X-Meeting": options.meetingId ?? meetingId,
        "X-File-Name": encodeURIComponent(options.fileName ?? "Tờ trình.pdf"),
        "X-Grade": encodeURIComponent(options.grade ?? ""),
      };
      let response = await fetch(address, {
        method: "PUT",
        headers,
        body: new Uint8Array(bytes),
      });
      // A long paper is looked into for longer than an answer may take: asked again, as the uploader's page does.
      while (response.status === 202) response = await fetch(address, { headers });
      return { status: response.status, body: await response.json(), versionId };
    },
    async addPaper(itemId, bytes, title, grade) {
      const { status, body, versionId } = await meeting.upload(bytes, { ...(grade && { grade }) });
      if (status !== 200) throw new Error(`upload refused: ${JSON.stringify(body)}`);
      const documentId = DocumentId.parse(randomUUID());
      await meeting.must(people.secretary, {
        type: "document.attach",
        meetingId,
        itemId,
        documentId,
        versionId,
        kind: "submission",
        title: both(title),
        grade: grade ?? null,
      });
      return { documentId, versionId };
    },
    async publish() {
      await meeting.must(people.secretary, {
        type: "meeting.publish",
        meetingId,
        basedOnRevision: revision,
      });
      revision += 1;
    },
    async stop() {
      await server.stop();
      await copy?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await giveAccounts(meeting);
  await makeBody(meeting, (command) => execute({ kind: "system", name: "installer" }, command));
  await meeting.serve(people.staff);
  return meeting;
}

/** What a page of ours sends along with a change. */
export async function headersOf(
  { server, cookieOf }: PaperMeeting,
  personId: PersonId,
): Promise<Record<string, string>> {
  return {
    Cookie: await cookieOf(personId),
    Origin: server.address,
    "Sec-Fetch-Site": "same-origin",
  };
}

async function giveAccounts({ server, people }: PaperMeeting): Promise<void> {
  for (const [role, personId] of Object.entries(people)) {
    await server.database.sql`
      insert into person (person_id, name) values (${personId}, ${role})`;
    await server.database.sql`
      insert into account (person_id, user_name) values (${personId}, ${role})`;
  }
}

async function makeBody(
  { bodyId, meetingId, items, people, must }: PaperMeeting,
  install: (command: { type: string } & Record<string, unknown>) => Promise<void>,
): Promise<void> {
  await install({
    type: "body.create",
    bodyId,
    parentId: null,
    name: both("Chính phủ"),
    timeZone: "Asia/Ho_Chi_Minh",
    rules: { ...governmentOfVietnam, validFrom: from, approval: false },
  });
  for (const [order, personId] of [people.chair, people.member].entries()) {
    await install({
      type: "membership.begin",
      bodyId,
      membershipId: MembershipId.parse(randomUUID()),
      personId,
      name: `Thành viên ${order + 1}`,
      title: both("Bộ trưởng"),
      role: order === 0 ? "chair" : "member",
      order: order + 1,
      votingRight: true,
      agencyId: null,
      from,
    });
  }
  await install({
    type: "role.grant",
    bodyId,
    grantId: GrantId.parse(randomUUID()),
    personId: people.secretary,
    name: "Thư ký",
    title: both("Văn phòng"),
    role: "secretary",
    from,
  });
  const at = (hours: number) => instantOf(new Date(Date.now() + hours * 3_600_000));
  await must(people.secretary, {
    type: "meeting.create",
    meetingId,
    bodyId,
    info: {
      title: both("Phiên họp thường kỳ tháng 11"),
      kind: "regular",
      form: "room",
      authority: "decides",
      startsAt: at(1),
      endsAt: at(4),
      place: "Phòng họp số 1",
    },
  });
  for (const [name, itemId] of Object.entries(items)) {
    await must(people.secretary, {
      type: "agenda.add_item",
      meetingId,
      itemId,
      parent: null,
      content: {
        title: both(name === "open" ? "Phân cấp quản lý đất đai" : "Nội dung kín"),
        purpose: "decide",
        treatment: "debate",
        closed: name === "closed",
        grade: null,
        leadAgency: "BTP",
        presenter: { personId: null, name: "Sầm Việt Hưng" },
        minutes: 30,
        openToObservers: false,
      },
    });
  }
  await must(people.secretary, {
    type: "invitation.add",
    meetingId,
    invitationId: InvitationId.parse(randomUUID()),
    personId: people.rapporteur,
    name: "Người trình bày",
    title: both("Vụ trưởng"),
    capacity: "rapporteur",
    items: [items.open],
  });
}

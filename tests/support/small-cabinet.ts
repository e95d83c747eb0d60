/** The whole product on a free port with a small cabinet, and browsers in which its people are signed in. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { governmentOfVietnam } from "../../domain/bodies";
import {
  AgencyId,
  BallotId,
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
import type { Visit, VisitOptions } from "./browser";
import { copyDatabase } from "./database";

const members = ["chair", "lan", "minh", "absent"] as const;
const others = ["secretary", "observer", "auditor"] as const;
export type Role = (typeof members)[number] | (typeof others)[number];

/** In the order of protocol; `absent` stays away. */
const names: Record<Role, string> = {
  chair: "Nghiêm Viết Trụ",
  lan: "Lê Thị Lan",
  minh: "Đỗ Quang Minh",
  absent: "Phạm Văn Vắng",
  secretary: "Trần Thị Thư",
  observer: "Hoàng Dự Thính",
  auditor: "Vũ Kiểm Chứng",
};

export const password = "mật khẩu dài của phiên họp";
const from = Day.parse("2026-01-01");
const both = (vi: string, en = "") => ({ vi, en });

type Command = { type: string } & Record<string, unknown>;
type Item = { title: string; en?: string; closed?: boolean };

export class SmallCabinet {
  readonly server: RunningServer;
  readonly meetingId = MeetingId.parse(randomUUID());
  readonly people: Record<Role, PersonId>;
  /** a member's invitation is the membership */
  readonly memberships: Record<(typeof members)[number], MembershipId>;
  readonly #bodyId = BodyId.parse(randomUUID());
  readonly #end: () => Promise<void>;
  #revision = 0;

  private constructor(server: RunningServer, end: () => Promise<void>) {
    this.server = server;
    this.#end = end;
    const person = () => PersonId.parse(randomUUID());
    this.people = {
      chair: person(),
      lan: person(),
      minh: person(),
      absent: person(),
      secretary: person(),
      observer: person(),
      auditor: person(),
    };
    const membership = () => MembershipId.parse(randomUUID());
    this.memberships = {
      chair: membership(),
      lan: membership(),
      minh: membership(),
      absent: membership(),
    };
  }

  /** A body of four members, an empty meeting in preparation. */
  static async open(variables: Record<string, string> = {}): Promise<SmallCabinet> {
    const dataDir = await mkdtemp(path.join(tmpdir(), "small-cabinet-"));
    const copy = await copyDatabase();
    const clear = async () => {
      await copy.drop();
      await rm(dataDir, { recursive: true, force: true });
    };
    const own = { NODE_ENV: "test", PORT: "0", DATA_DIR: dataDir, DATABASE_URL: copy.url };
    const server = await serve(readConfig({ ...own, ...variables })).catch(
      async (error: unknown) => {
        await clear();
        throw error;
      },
    );
    const cabinet = new SmallCabinet(server, async () => {
      await server.stop();
      await clear();
    });
    await cabinet.#giveAccounts();
    await cabinet.#found();
    return cabinet;
  }

  /** @throws when the rules refuse: a set-up that does not hold is a broken test */
  async must(by: Role | "installer", command: Command): Promise<void> {
    const actor =
      by === "installer"
        ? ({ kind: "system", name: "installer" } as const)
        : ({ kind: "person", personId: this.people[by] } as const);
    const answer = await this.server.cabinet.execute({ id: randomUUID(), ...command }, actor);
    if (!answer.ok) throw new Error(`${command.type} refused: ${JSON.stringify(answer)}`);
  }

  /** The same for a command of the meeting. */
  meet(by: Role, command: Command): Promise<void> {
    return this.must(by, { meetingId: this.meetingId, ...command });
  }

  async addItem({ title, en = "", closed = false }: Item): Promise<ItemId> {
    const itemId = ItemId.parse(randomUUID());
    await this.meet("secretary", {
      type: "agenda.add_item",
      itemId,
      parent: null,
      content: itemContent({ title, en, closed }),
    });
    return itemId;
  }

  async addPaper(itemId: ItemId, bytes: Uint8Array, title: string, fileName: string) {
    const versionId = VersionId.parse(randomUUID());
    const address = `${this.server.address}/uploads/${versionId}`;
    const headers = {
      Cookie: `session=${await this.#begin("secretary")}`,
      Origin: this.server.address,
      "Sec-Fetch-Site": "same-origin",
      "X-Meeting": this.meetingId,
      "X-File-Name": encodeURIComponent(fileName),
      "X-Grade": "",
    };
    let response = await fetch(address, { method: "PUT", headers, body: new Uint8Array(bytes) });
    // A long paper is looked into for longer than an answer may take: asked again, as the uploader's page does.
    while (response.status === 202) response = await fetch(address, { headers });
    if (!response.ok) throw new Error(`upload refused: ${await response.text()}`);
    await this.meet("secretary", {
      type: "document.attach",
      itemId,
      documentId: DocumentId.parse(randomUUID()),
      versionId,
      kind: "submission",
      title: both(title),
      grade: null,
    });
  }

  async publish(): Promise<void> {
    await this.meet("secretary", { type: "meeting.publish", basedOnRevision: this.#revision });
    this.#revision += 1;
  }

  /** Everybody but the absent one in the room, the session open, the item called. */
  async sit(itemId: ItemId): Promise<void> {
    for (const member of ["chair", "lan", "minh"] as const)
      await this.meet("secretary", {
        type: "presence.record",
        invitationId: this.memberships[member],
        where: "room",
      });
    await this.meet("chair", { type: "session.open" });
    await this.meet("chair", { type: "item.call", itemId });
  }

  async openBallot(itemId: ItemId, vi: string, en = ""): Promise<BallotId> {
    const ballotId = BallotId.parse(randomUUID());
    await this.meet("secretary", {
      type: "ballot.prepare",
      ballotId,
      itemId,
      question: both(vi, en),
    });
    await this.meet("chair", { type: "ballot.open", ballotId, seconds: null });
    return ballotId;
  }

  /** A browser of this person's own, signed in, at a page. */
  async enter(
    visit: Visit,
    role: Role,
    to: string,
    { language = "vi", at = this.server.address, ...options }: EnterOptions = {},
  ): Promise<Page> {
    const page = await visit(at, options);
    await page.context().addCookies([{ name: "locale", value: language, url: at }]);
    await this.signIn(page, role, at);
    await page.goto(to);
    return page;
  }

  /** This browser is this person's from its next page on. */
  async signIn(page: Page, role: Role, at = this.server.address): Promise<void> {
    const value = await this.#begin(role);
    await page.context().addCookies([{ name: "session", value, url: at }]);
  }

  /** From now on this person may sign in with `password`; the role is the user name. */
  givePassword(role: Role): Promise<void> {
    return this.server.identity.accounts.setPassword(this.people[role], password);
  }

  get room(): string {
    return `/meetings/${this.meetingId}/room`;
  }

  stop(): Promise<void> {
    return this.#end();
  }

  #begin(role: Role): Promise<string> {
    const facts = { via: "demo", address: "127.0.0.1", device: "test" } as const;
    return this.server.identity.sessions.begin(this.people[role], facts);
  }

  async #giveAccounts(): Promise<void> {
    for (const role of [...members, ...others]) {
      const made = await this.server.identity.accounts.createAccount({
        personId: this.people[role],
        name: names[role],
        userName: role,
        // Hashing one takes its time by design: only who needs one gets one.
        password: null,
        administrator: false,
        demo: false,
      });
      if (!made.ok) throw new Error(made.code);
    }
  }

  async #found(): Promise<void> {
    const bodyId = this.#bodyId;
    const install = (command: Command) => this.must("installer", { bodyId, ...command });
    await install({
      type: "body.create",
      parentId: null,
      name: both("Chính phủ", "The Government"),
      timeZone: "Asia/Ho_Chi_Minh",
      rules: { ...governmentOfVietnam, validFrom: from, approval: false },
    });
    await install({
      type: "agency.establish",
      agencyId: AgencyId.parse(randomUUID()),
      code: "BTP",
      name: both("Bộ Tư pháp", "Ministry of Justice"),
      kind: "ministry",
      from,
    });
    for (const [index, role] of members.entries())
      await install({
        type: "membership.begin",
        membershipId: this.memberships[role],
        personId: this.people[role],
        name: names[role],
        title: both("Bộ trưởng", "Minister"),
        role: role === "chair" ? "chair" : "member",
        order: index + 1,
        votingRight: true,
        agencyId: null,
        from,
      });
    for (const role of ["secretary", "auditor"] as const)
      await install({
        type: "role.grant",
        grantId: GrantId.parse(randomUUID()),
        personId: this.people[role],
        name: names[role],
        title: both("Văn phòng Chính phủ", "Government Office"),
        role,
        from,
      });
    const at = (hours: number) => instantOf(new Date(Date.now() + hours * 3_600_000));
    await this.meet("secretary", {
      type: "meeting.create",
      bodyId,
      info: {
        title: both("Phiên họp thường kỳ tháng 11", "Regular meeting in November"),
        kind: "regular",
        form: "hybrid",
        authority: "decides",
        startsAt: at(0.1),
        endsAt: at(3),
        place: "Phòng họp số 1",
      },
    });
    await this.meet("secretary", {
      type: "invitation.add",
      invitationId: InvitationId.parse(randomUUID()),
      personId: this.people.observer,
      name: names.observer,
      title: both("Dự thính", "Observer"),
      capacity: "observer",
      items: "all",
    });
  }
}

type EnterOptions = VisitOptions & {
  language?: "vi" | "en";
  /** another way to the server, e.g. a line that the test can cut */
  at?: string;
};

/** What an item of these tests says; observers follow what is not closed. */
export function itemContent({ title, en = "", closed = false }: Item) {
  return {
    title: both(title, en),
    purpose: "decide",
    treatment: "debate",
    closed,
    grade: null,
    leadAgency: "BTP",
    presenter: { personId: null, name: "Sầm Việt Hưng" },
    minutes: 30,
    openToObservers: !closed,
  };
}

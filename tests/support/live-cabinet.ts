/** A cabinet with its door, its sessions and its live side on a free port, on a real PostgreSQL. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../../db";
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
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import { Day, instantOf } from "../../domain/text";
import type { CommandDoor } from "../../server/commands/door";
import { type LiveServer, openLive } from "../../server/live";
import { openCabinet } from "../../server/open-cabinet";
import { openSessions, type Sessions } from "../../server/sessions";

const root = path.resolve(import.meta.dirname, "../..");
const config = {
  publicOrigin: null,
  trustedProxies: 0,
  demo: true,
  sessionIdleMs: 1_800_000,
  sessionAbsoluteMs: 43_200_000,
};
export const installer: Actor = { kind: "system", name: "installer" };
const both = (vi: string) => ({ vi, en: "" });
const from = Day.parse("2026-01-01");

/** What a test hands to `LiveCabinet.execute`: a command without its id. */
type Ask = { type: string } & Record<string, unknown>;

export class LiveCabinet {
  readonly database: Database;
  readonly sessions: Sessions;
  door: CommandDoor;
  #live: LiveServer | null = null;
  #http: Server | null = null;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #folder: string | null;

  private constructor(database: Database, sessions: Sessions, folder: string | null) {
    this.database = database;
    this.sessions = sessions;
    this.#folder = folder;
    this.door = this.#openDoor();
  }

  /** On a PostgreSQL of its own, or on the one at `databaseUrl`. */
  static async open(databaseUrl: string | null = null): Promise<LiveCabinet> {
    const folder = databaseUrl === null ? await mkdtemp(path.join(tmpdir(), "live-")) : null;
    const database = await openDatabase({ databaseUrl, dataDir: folder ?? "", root });
    await database.migrate();
    const sessions = await openSessions({ database, config });
    const cabinet = new LiveCabinet(database, sessions, folder);
    await cabinet.start();
    return cabinet;
  }

  get live(): LiveServer {
    if (this.#live === null) throw new Error("The live side is down.");
    return this.#live;
  }

  get address(): string {
    return `http://localhost:${this.#port}`;
  }

  async start(): Promise<void> {
    const http = createServer();
    http.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
    const { sessions, door } = this;
    this.#live = openLive({ httpServer: http, door, sessions, config });
    await new Promise<void>((resolve) => http.listen(this.#port, () => resolve()));
    const address = http.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.#port = address.port;
    this.#http = http;
  }

  /** Everything in memory is gone without a goodbye, as when the process is killed; the database stays. */
  async crash(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#live?.stop();
    await this.#closeHttp();
    await this.door.stop();
    this.door = this.#openDoor();
  }

  /** The planned way: sockets are told to come back. */
  async restart(): Promise<void> {
    await this.#live?.stop();
    await this.#closeHttp();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#live?.stop();
    await this.#closeHttp();
    await this.door.stop();
    await this.sessions.stop();
    await this.database.close();
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }

  execute(by: PersonId | Actor, command: Ask): Promise<Answer> {
    const actor: Actor = typeof by === "string" ? { kind: "person", personId: by } : by;
    return this.door.execute({ id: randomUUID(), ...command }, actor);
  }

  /** @throws when the rules refuse: a set-up that does not hold is a broken test */
  async must(by: PersonId | Actor, command: Ask): Promise<void> {
    const answer = await this.execute(by, command);
    if (!answer.ok) throw new Error(`${command.type} refused: ${JSON.stringify(answer)}`);
  }

  /** Cookie headers of new sessions, one per person; accounts are made where there are none. */
  async signIn(people: readonly PersonId[]): Promise<string[]> {
    const { sql } = this.database;
    await sql`
      insert into person (person_id, name)
      select id, 'Người thử' from unnest(${[...people]}::uuid[]) as given (id)
      on conflict do nothing`;
    await sql`
      insert into account (person_id, user_name)
      select id, 'thu-' || replace(id::text, '-', '') from unnest(${[...people]}::uuid[]) as given (id)
      on conflict do nothing`;
    const facts = { via: "demo", address: "127.0.0.1", device: "test" } as const;
    const tokens = await Promise.all(people.map((one) => this.sessions.begin(one, facts)));
    return tokens.map((token) => `session=${token}`);
  }

  #openDoor(): CommandDoor {
    return openCabinet(this.database, { gradeCeiling: 0 }).door;
  }

  async #closeHttp(): Promise<void> {
    this.#http?.closeAllConnections();
    await new Promise<void>((resolve) => {
      if (this.#http === null) resolve();
      else this.#http.close(() => resolve());
    });
    this.#http = null;
  }
}

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
  for (const itemId of [sitting.open, sitting.second, sitting.closed])
    await seedItem(cabinet, sitting, itemId);
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

async function seedItem(cabinet: LiveCabinet, sitting: Sitting, itemId: ItemId): Promise<void> {
  const { meetingId, secretary } = sitting;
  const isClosed = itemId === sitting.closed;
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
    documentId: DocumentId.parse(randomUUID()),
    kind: "report",
    title: both(isClosed ? `Báo cáo ${canary}` : "Báo cáo"),
    grade: null,
    copies: 3,
  });
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

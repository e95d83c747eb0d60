/** A cabinet with its door, its sessions and its live side on a free port, on a real PostgreSQL. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../../db";
import type { PersonId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import type { CommandDoor } from "../../server/commands/door";
import { type LiveServer, openLive } from "../../server/live";
import { type HiddenReaders, openHiddenReaders } from "../../server/marks";
import { openCabinet } from "../../server/open-cabinet";
import { openSessions, type Sessions } from "../../server/sessions";
import { copyDatabase, productRoot } from "./database";

const config = {
  publicOrigin: null,
  trustedProxies: 0,
  demo: true,
  sessionIdleMs: 1_800_000,
  sessionAbsoluteMs: 43_200_000,
};
export const installer: Actor = { kind: "system", name: "installer" };

/** What a test hands to `LiveCabinet.execute`: a command without its id. */
type Ask = { type: string } & Record<string, unknown>;

export class LiveCabinet {
  readonly database: Database;
  readonly sessions: Sessions;
  door: CommandDoor;
  readonly hidden: HiddenReaders;
  #live: LiveServer | null = null;
  #http: Server | null = null;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  /** Takes away what it lay on. */
  readonly #clear: () => Promise<void>;

  private constructor(database: Database, sessions: Sessions, clear: () => Promise<void>) {
    this.database = database;
    this.sessions = sessions;
    this.#clear = clear;
    this.hidden = openHiddenReaders(database.sql);
    this.door = this.#openDoor();
  }

  /** On a database of its own, in the PostgreSQL of the run of tests. */
  static async open(): Promise<LiveCabinet> {
    const copy = await copyDatabase();
    return await LiveCabinet.#on(await copy.open(), () => copy.drop());
  }

  /** On the database at `databaseUrl`. */
  static async openAt(databaseUrl: string): Promise<LiveCabinet> {
    return await LiveCabinet.#on(
      await openDatabase({ databaseUrl, dataDir: "", root: productRoot }),
    );
  }

  /** On a PostgreSQL of its own, outside of a run of tests too. */
  static async openWithPostgres(): Promise<LiveCabinet> {
    const dataDir = await mkdtemp(path.join(tmpdir(), "live-"));
    const database = await openDatabase({ databaseUrl: null, dataDir, root: productRoot });
    return await LiveCabinet.#on(database, () => rm(dataDir, { recursive: true, force: true }));
  }

  static async #on(database: Database, clear = () => Promise.resolve()): Promise<LiveCabinet> {
    await database.migrate();
    const sessions = await openSessions({ database, config });
    const cabinet = new LiveCabinet(database, sessions, clear);
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
    const { sessions, door, hidden } = this;
    const { sql } = this.database;
    this.#live = openLive({ httpServer: http, door, sessions, config, sql, hidden });
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
    await this.#clear();
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

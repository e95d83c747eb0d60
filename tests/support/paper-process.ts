/** A meeting with papers on a server that is a process of its own: killed, and started again at the same address. */
import { rm } from "node:fs/promises";
import { expect, onTestFinished } from "vitest";
import type { MeetingId, PersonId } from "../../domain/ids";
import { openPaperMeeting, type PaperMeeting } from "./paper-meeting";
import { databasePid, freePort, startProcess } from "./server-process";

const sessionsEach = 6;

export class PaperProcess {
  readonly dataDir: string;
  readonly meetingId: MeetingId;
  readonly people: PaperMeeting["people"];
  readonly address: string;
  readonly #port: number;
  readonly #cookies: ReadonlyMap<PersonId, string[]>;
  #running: Awaited<ReturnType<typeof startProcess>> | null = null;

  private constructor(meeting: PaperMeeting, port: number, cookies: Map<PersonId, string[]>) {
    this.dataDir = meeting.dataDir;
    this.meetingId = meeting.meetingId;
    this.people = meeting.people;
    this.#port = port;
    this.address = `http://localhost:${port}`;
    this.#cookies = cookies;
  }

  /** Everything is laid out, and nobody runs yet. */
  static async prepare(fill: (meeting: PaperMeeting) => Promise<void>): Promise<PaperProcess> {
    const meeting = await openPaperMeeting({}, { inDataDir: true });
    await fill(meeting);
    const cookies = new Map<PersonId, string[]>();
    for (const personId of Object.values(meeting.people)) {
      const own: string[] = [];
      for (let n = 0; n < sessionsEach; n++) own.push(await meeting.cookieOf(personId));
      cookies.set(personId, own);
    }
    // sessions of the demonstration end when a server without it starts
    await meeting.server.database.sql`update session set via = 'password'`;
    await meeting.server.stop();
    return new PaperProcess(meeting, await freePort(), cookies);
  }

  /** A session of its own for each browser that asks. */
  cookieOf(personId: PersonId): string {
    const cookie = this.#cookies.get(personId)?.pop();
    if (cookie === undefined) throw new Error("no session is left for this person");
    return cookie;
  }

  /** Within a test, which ends it with its database. */
  async start(): Promise<void> {
    const variables = { HOST: "127.0.0.1", PORT: String(this.#port), DATA_DIR: this.dataDir };
    this.#running = await startProcess(variables);
    await this.#running.saying(/E-Cabinet is at/);
    // before the process's own end, which would leave the next test a database that was killed
    onTestFinished(() => this.end());
  }

  /** `kill -9`: nothing is said to anybody, and what was in memory is gone. */
  async kill(): Promise<void> {
    this.#running?.child.kill("SIGKILL");
    await this.#running?.ended;
    this.#running = null;
  }

  /** As an operator ends it; a database that a killed server has left ends too. */
  async end(): Promise<void> {
    this.#running?.child.kill("SIGTERM");
    await this.#running?.ended;
    this.#running = null;
    const left = await databasePid(this.dataDir).catch(() => null);
    if (left === null) return;
    process.kill(left, "SIGINT");
    await expect
      .poll(() => databasePid(this.dataDir).catch(() => null), { timeout: 20_000 })
      .toBe(null);
  }

  async remove(): Promise<void> {
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Answers what a line asks about marks. The order of the checks of an update is the design's (§4): size; may this
 * person write this document now; does it read; is it written under the person's own id; is there no gap; are its
 * lengths bounded; is there room. Then it is written with all others of the same window, and acknowledged after.
 */
import { randomInt, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import type { LayerAccess } from "../../domain/marks";
import { type AnswerTo, type Message, marksLimits, type Payload } from "../../domain/protocol";
import type { RefusalCode } from "../../domain/refusals";
import type { Door } from "../live/door";
import { logFailure } from "../log";
import { type Channel, Channels } from "./channels";
import { checkUpdate } from "./check";
import { Commits, NotWritten } from "./commits";
import { Compaction } from "./compaction";
import type { HiddenReaders } from "./hidden-readers";
import { History } from "./history";
import { MentionTables } from "./mentions";
import { Readers } from "./readers";
import { MarkRights } from "./rights";
import { MarksTables, type SheetFacts } from "./store";
import { TaskLost, Tasks } from "./tasks";
import { Telling, toldOf } from "./telling";
import { readUpdate, type UpdateFacts } from "./update-format";

/** One socket, as far as marks are concerned. */
export type MarksLine = {
  readonly personId: PersonId;
  readonly isHere: boolean;
  enter(room: string): void;
  leave(room: string): void;
  tell<M extends "marks.layers" | "marks.behind">(name: M, message: Message<M>): void;
};

/** What a line has open. */
type Followed = {
  channel: Channel;
  meetingId: MeetingId;
  write: boolean;
  checking: Promise<unknown>;
};
type Paper = { meetingId: MeetingId; channels: Map<string, Followed>; told: string };

type Place = Pick<Payload<"marks.close">, "documentId" | "layer" | "of">;

/** Larger updates are read in a process of their own. */
const readHereBytes = 16_384;
/** What one person may have on one paper, in one layer. */
const most = { marks: 5_000, bytes: 16_000_000, clientIds: 4_096 };
const sweepEveryMs = 60_000;

export type MarksOptions = {
  sql: Sql;
  door: Door;
  hidden: HiddenReaders;
  broadcast: <M extends "marks" | "marks.readings">(
    room: string,
    name: M,
    packet: Message<M>,
  ) => void;
};

export class MarksServer {
  readonly #channels: Channels;
  readonly #tables: MarksTables;
  readonly #rights: MarkRights;
  readonly #telling: Telling;
  readonly #commits: Commits;
  readonly #tasks = new Tasks();
  readonly #compaction: Compaction;
  readonly #history: History;
  readonly #readers: Readers<MarksLine>;
  readonly #mentions: MentionTables;
  readonly #hidden: HiddenReaders;
  readonly #deaf: () => void;
  /** asked once a person, and again after a change here or a sweep */
  readonly #wishes = new Map<PersonId, Promise<boolean>>();
  readonly #lines = new Map<MarksLine, Map<DocumentId, Paper>>();
  readonly #sweep: NodeJS.Timeout;

  constructor({ sql, door, hidden, broadcast }: MarksOptions) {
    this.#mentions = new MentionTables(sql);
    this.#hidden = hidden;
    this.#deaf = hidden.onChanged((personId) => this.#wishChanged(personId));
    this.#tables = new MarksTables(sql);
    this.#channels = new Channels(this.#tables);
    this.#rights = new MarkRights(door, (isConcerned) => this.#askAgain(isConcerned));
    this.#history = new History(sql, door);
    this.#compaction = new Compaction(this.#tables, this.#tasks, {
      historyDays: (meetingId) => this.#history.days(meetingId),
      restedMs: () => this.#commits.restedMs,
    });
    this.#history.sweepDaily(this.#compaction);
    this.#readers = new Readers((room, packet) => broadcast(room, "marks.readings", packet));
    const node = randomUUID();
    this.#telling = new Telling(
      this.#tables,
      this.#channels,
      (room, packet) => broadcast(room, "marks", packet),
      node,
    );
    this.#commits = new Commits(
      this.#tables,
      this.#telling,
      node,
      (channel, owner, count) => void this.#grown(channel, owner, count),
    );
    this.#sweep = setInterval(() => void this.#tidy(), sweepEveryMs);
    this.#sweep.unref();
  }

  async open(line: MarksLine, asked: Payload<"marks.open">): Promise<AnswerTo<"marks.open">> {
    const { meetingId, documentId, layer } = asked;
    const of = ofIn(asked, line.personId);
    const isKnown = this.#followed(line, asked) !== null;
    if (!isKnown && this.#openOn(line) >= marksLimits.channels) return no("rate_limited");
    if (!(await this.#rights.read(meetingId))) return no("not_found");
    const layers = this.#rights.layers(meetingId, documentId, line.personId);
    const access = find(layers, layer, of);
    if (access === undefined) return no("not_found");
    const channel = await this.#channels.open(meetingId, { documentId, layer, of });
    const owner = of ?? line.personId;
    const asks = asked.clientIds ?? [];
    const clientIds = access.write
      ? await channel.issue(owner, asks.length > 0 ? asks : [randomInt(2 ** 32)], line.personId)
      : [];
    // the right, and the line itself, may have gone while all this was read
    const still = find(this.#rights.layers(meetingId, documentId, line.personId), layer, of);
    if (still === undefined) return no("not_found");
    if (!line.isHere) return no("busy", 0);
    // the room first, then the log: nothing that is written meanwhile falls between
    this.#follow(line, asked, channel, still.write, layers);
    if (layer !== "private")
      this.#mentions
        .seen(channel.id, line.personId)
        .catch((error: unknown) => logFailure("mentions", error));
    const { head, snapshots, updates } = await this.#tables.after(channel.id, asked.after ?? 0);
    for (const its of new Set(updates.map((update) => update.owner)))
      void this.#grown(channel, its, 0);
    return {
      ok: true,
      of,
      cursor: head,
      documents: snapshots.map((snapshot) => ({
        owner: snapshot.owner,
        snapshot: snapshot.bytes.toString("base64"),
        upTo: snapshot.seq,
        places: snapshot.places,
      })),
      updates: updates.map(toldOf),
      write: still.write && clientIds.length > 0 ? { owner, clientIds } : null,
      layers: [...layers],
      secretariat: this.#rights.secretariat(meetingId),
      readings: layer === "shared" ? this.#readers.in(channel.room) : [],
    };
  }

  async write(line: MarksLine, asked: Payload<"marks.write">): Promise<AnswerTo<"marks.write">> {
    const bytes = Buffer.from(asked.update, "base64");
    if (bytes.length > marksLimits.updateBytes) return no("marks.too_large");
    const followed = this.#followed(line, asked);
    if (followed === null) return no("not_found");
    if (!followed.write) return no("marks.read_only");
    // one after the other: what a line wrote later must not overtake what is read elsewhere
    const checked = followed.checking.then(() => this.#check(line, asked, followed, bytes));
    followed.checking = checked.catch(() => undefined);
    const accepted = await checked;
    if ("refusal" in accepted) return no(accepted.refusal, accepted.retryAfterMs);
    try {
      return { ok: true, seq: await accepted.written };
    } catch (error) {
      if (error instanceof NotWritten) return no("busy", 500);
      throw error;
    }
  }

  close(line: MarksLine, asked: Payload<"marks.close">): AnswerTo<"marks.close"> {
    const paper = this.#lines.get(line)?.get(asked.documentId);
    const name = nameOf(asked, line.personId);
    const followed = paper?.channels.get(name);
    if (paper !== undefined && followed !== undefined)
      this.#leave(line, asked.documentId, paper, name);
    return { ok: true };
  }

  /** Whoever wishes not to be shown is not, whatever a page of theirs still says. */
  async show(
    line: MarksLine,
    { documentId, page }: Payload<"marks.presence">,
  ): Promise<AnswerTo<"marks.presence">> {
    if (this.#followed(line, { documentId, layer: "shared" }) === null) return no("not_found");
    const isHidden = await this.#isHidden(line.personId);
    // the layer, and the wish, may have changed while it was read
    const followed = this.#followed(line, { documentId, layer: "shared" });
    if (followed === null) return no("not_found");
    const shown = isHidden ? null : page;
    this.#readers.show(followed.channel.room, documentId, line, line.personId, shown);
    return { ok: true };
  }

  /** The line has left its rooms for a while and has read what was unread. */
  caughtUp(line: MarksLine): void {
    for (const { channels } of this.#lines.get(line)?.values() ?? [])
      for (const { channel } of channels.values()) line.tell("marks.behind", channel.key);
  }

  end(line: MarksLine): void {
    for (const [documentId, paper] of this.#lines.get(line) ?? [])
      for (const name of paper.channels.keys()) this.#leave(line, documentId, paper, name);
    this.#lines.delete(line);
  }

  /** Resolves when all that has grown is merged; for tests and benches. */
  settled(): Promise<void> {
    return this.#compaction.settled();
  }

  /** Looks for what is past its time, as once a day by itself, and resolves when it is gone; for tests. */
  async forgetPast(): Promise<void> {
    await this.#history.sweep(this.#compaction);
    await this.#compaction.settled();
  }

  /** Writes what waits, takes nothing more, ends the helpers. */
  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#history.stop();
    this.#deaf();
    this.#rights.stop();
    this.#readers.stop();
    await this.#commits.stop();
    await this.#mentions.settled();
    await this.#telling.stop();
    await this.#compaction.stop();
    await this.#tasks.stop();
  }

  async #check(
    line: MarksLine,
    asked: Payload<"marks.write">,
    followed: Followed,
    bytes: Buffer,
  ): Promise<{ refusal: RefusalCode; retryAfterMs?: number } | { written: Promise<number> }> {
    const { channel } = followed;
    const owner = ofIn(asked, line.personId) ?? line.personId;
    const facts = await this.#read(bytes);
    if ("refusal" in facts) return facts;
    let sheet = await channel.sheet(owner);
    if (!channel.isIssued(owner, sheet, asked.clientId, line.personId))
      return { refusal: "marks.foreign_client" };
    let checked = checkUpdate(facts, asked.clientId, sheet.clients);
    if (checked.refusal === "marks.gap" && channel.mayReread(Date.now())) {
      sheet = await channel.reread(owner);
      checked = checkUpdate(facts, asked.clientId, sheet.clients);
    }
    if (checked.refusal !== undefined) return { refusal: checked.refusal };
    if (!hasRoom(sheet, facts, bytes)) return { refusal: "marks.full" };
    // asked last, with nothing awaited between it and the batch
    if (!followed.write || this.#followed(line, asked) !== followed)
      return { refusal: "not_found" };
    if (checked.isKnown && facts.deletions.length === 0)
      return { written: Promise.resolve(channel.head) };
    const { clientId } = asked;
    const author = line.personId;
    sheet.clients.set(clientId, { author, clock: checked.clock });
    sheet.bytes += bytes.length;
    sheet.marks += facts.keys.length;
    const accepted = { channel, owner, author, clientId, clock: checked.clock, bytes };
    const written = this.#commits.add(accepted);
    if (channel.key.layer !== "private")
      written.then(
        () => this.#mentions.note({ channel: channel.id, owner }, author, facts),
        // not on disk: nothing is said of it, and the writer hears of it below
        () => undefined,
      );
    return { written };
  }

  async #read(
    bytes: Buffer,
  ): Promise<UpdateFacts | { refusal: RefusalCode; retryAfterMs?: number }> {
    try {
      const facts =
        bytes.length > readHereBytes ? await this.#tasks.read(bytes) : readUpdate(bytes);
      return "unreadable" in facts ? { refusal: "marks.unreadable" } : facts;
    } catch (error) {
      if (error instanceof TaskLost) return { refusal: "busy", retryAfterMs: 1_000 };
      throw error;
    }
  }

  async #grown(channel: Channel, owner: PersonId, count: number): Promise<void> {
    const sheet = await channel.sheet(owner).catch(() => null);
    if (sheet === null) return;
    sheet.tail += count;
    this.#compaction.consider(channel, owner, sheet);
  }

  #follow(
    line: MarksLine,
    asked: Place & { meetingId: MeetingId },
    channel: Channel,
    write: boolean,
    layers: readonly LayerAccess[],
  ): void {
    const { meetingId, documentId } = asked;
    const papers = this.#lines.get(line) ?? new Map<DocumentId, Paper>();
    this.#lines.set(line, papers);
    const paper = papers.get(documentId) ?? { meetingId, channels: new Map(), told: "" };
    papers.set(documentId, paper);
    paper.told = JSON.stringify(layers);
    const name = nameOf(asked, line.personId);
    const known = paper.channels.get(name);
    if (known === undefined) channel.users += 1;
    const checking = known?.checking ?? Promise.resolve();
    paper.channels.set(name, { channel, meetingId, write, checking });
    line.enter(channel.room);
  }

  #leave(line: MarksLine, documentId: DocumentId, paper: Paper, name: string): void {
    const followed = paper.channels.get(name);
    if (followed === undefined) return;
    const { channel } = followed;
    line.leave(channel.room);
    if (channel.key.layer === "shared")
      this.#readers.show(channel.room, documentId, line, line.personId, null);
    channel.users -= 1;
    channel.idleSince = Date.now();
    paper.channels.delete(name);
    if (paper.channels.size === 0) this.#lines.get(line)?.delete(documentId);
  }

  /** Who has lost a layer leaves its room before anything more is said in it. */
  #askAgain(isConcerned: (meetingId: MeetingId) => boolean): void {
    for (const [line, papers] of this.#lines) {
      for (const [documentId, paper] of papers) {
        const { meetingId, told } = paper;
        if (!isConcerned(meetingId)) continue;
        const layers = this.#rights.layers(meetingId, documentId, line.personId);
        const now = JSON.stringify(layers);
        if (now === told) continue;
        paper.told = now;
        for (const [name, followed] of paper.channels) {
          const { layer, of } = followed.channel.key;
          const access = find(layers, layer, of);
          if (access === undefined) this.#leave(line, documentId, paper, name);
          else followed.write = access.write;
        }
        line.tell("marks.layers", { meetingId, documentId, layers: [...layers] });
      }
    }
  }

  #isHidden(personId: PersonId): Promise<boolean> {
    const known = this.#wishes.get(personId);
    if (known !== undefined) return known;
    const asked = this.#hidden.isHidden(personId);
    this.#wishes.set(personId, asked);
    asked.catch(() => this.#wishes.delete(personId));
    return asked;
  }

  /** Hidden at once on every line of the person; shown again with the next page that a page of theirs says. */
  #wishChanged(personId: PersonId): void {
    this.#wishes.delete(personId);
    for (const [line, papers] of this.#lines) {
      if (line.personId !== personId) continue;
      for (const [documentId, paper] of papers)
        for (const { channel } of paper.channels.values())
          if (channel.key.layer === "shared")
            this.#readers.show(channel.room, documentId, line, personId, null);
    }
  }

  async #tidy(): Promise<void> {
    this.#wishes.clear();
    const papers = [...this.#lines.values()].flatMap((open) => [...open.values()]);
    const meetings = new Set(papers.map(({ meetingId }) => meetingId));
    this.#rights.refresh((meetingId) => meetings.has(meetingId));
    await this.#channels.forget();
  }

  #followed(line: MarksLine, place: Place): Followed | null {
    const paper = this.#lines.get(line)?.get(place.documentId);
    return paper?.channels.get(nameOf(place, line.personId)) ?? null;
  }

  #openOn(line: MarksLine): number {
    let count = 0;
    for (const { channels } of this.#lines.get(line)?.values() ?? []) count += channels.size;
    return count;
  }
}

/** Whose layer is meant: the shared one is nobody's, any other the asker's own unless said. */
function ofIn({ layer, of }: Place, personId: PersonId): PersonId | null {
  return layer === "shared" ? null : (of ?? personId);
}

const nameOf = (place: Place, personId: PersonId) =>
  `${place.layer}/${ofIn(place, personId) ?? ""}`;

const find = (layers: readonly LayerAccess[], layer: string, of: PersonId | null) =>
  layers.find((access) => access.layer === layer && access.of === of);

function hasRoom(sheet: SheetFacts, facts: UpdateFacts, bytes: Buffer): boolean {
  return (
    sheet.marks + facts.keys.length <= most.marks &&
    sheet.bytes + bytes.length <= most.bytes &&
    sheet.clients.size < most.clientIds
  );
}

function no(code: RefusalCode, retryAfterMs?: number) {
  return {
    ok: false as const,
    refusal: { code },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/**
 * One batch of commands of one stream, decided in order in one transaction:
 * 1. lock the stream; 2. what time it is, and where its journal ends; 3. catch the state up; 4. answers
 * already given; 5. decide (permission first); 6. append; 7. project; 8. keep the answers; commit.
 * Nothing is told to anybody in here: acknowledging and publishing come after the commit.
 */
import type { Sql, TransactionSql } from "postgres";
import { type Command, isBodyCommand, streamName, streamOf } from "../../domain/commands";
import { decideBody, decideMeeting } from "../../domain/decide";
import type { Event } from "../../domain/events";
import type { CommandId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import type { RefusalCode } from "../../domain/refusals";
import type { Actor, Decision, Recorded } from "../../domain/stream";
import { type Instant, instantOf } from "../../domain/text";
import { type Head, insertRows, type JournalRow, moveHead, rowAfter } from "../journal/append";
import { headOf, headsOf } from "../journal/read";
import { answersGiven, type Given, keepAnswers } from "./answers";
import {
  administratorsAmong,
  contextsIn,
  type FindVersions,
  type Surroundings,
  versionsFor,
} from "./context";
import { notifyNodes } from "./news";
import type { Asked, Outcome } from "./outcome";
import { folded, type StreamState, type StreamStates } from "./stream-states";

/** Writes the tables' difference between two states, in the transaction that appends. */
export type Project = (
  tx: TransactionSql,
  before: StreamState,
  after: StreamState,
) => Promise<void>;

export type ExecuteDeps = {
  sql: Sql;
  states: StreamStates;
  project: Project;
  findVersions: FindVersions;
  gradeCeiling: number;
};

/**
 * Carries a batch out. All commands are of `stream`.
 * @throws whatever Postgres throws: then nothing of the batch happened, or (a lost connection during
 *   commit) it is not known whether it did, and repeating the same ids finds out
 */
export async function executeBatch(
  deps: ExecuteDeps,
  stream: string,
  asked: readonly Asked[],
): Promise<Outcome> {
  const outcome = await deps.sql.begin((tx) => decideBatch(tx, deps, stream, asked));
  deps.states.keep(stream, outcome.committed.after);
  return outcome;
}

async function decideBatch(
  tx: TransactionSql,
  deps: ExecuteDeps,
  stream: string,
  asked: readonly Asked[],
): Promise<Outcome> {
  const expected = bodyStreamOf(deps.states.last(stream), asked);
  const [, [clock], heads, given] = await Promise.all([
    tx`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`,
    tx<{ now: Date }[]>`select clock_timestamp() as now`,
    headsOf(tx, expected === null ? [stream] : [stream, expected]),
    answersGiven(
      tx,
      asked.map(({ command }) => command.id),
    ),
  ]);
  if (clock === undefined) throw new Error("the database did not say what time it is");
  const before = await deps.states.at(tx, stream, heads.get(stream) ?? null);
  const surroundings: Surroundings = {
    body: await bodyOf(tx, deps, bodyStreamOf(before, asked), heads),
    versions: await versionsFor(tx, asked, deps.findVersions),
    administrators: await administratorsAmong(tx, asked),
    gradeCeiling: deps.gradeCeiling,
  };
  const batch = new Batch(stream, before, surroundings, given, instantOf(clock.now));
  const answers: Answer[] = [];
  const written = new Writes();
  for (let from = 0; from < asked.length; from += partSize) {
    for (const each of asked.slice(from, from + partSize)) answers.push(batch.answer(each));
    const { rows, fresh } = batch.take();
    written.add(insertRows(tx, stream, rows), keepAnswers(tx, fresh));
    // lets the statements leave, so that they are carried out while the next part is decided
    if (from + partSize < asked.length) await written.soFar();
  }
  const { recorded, state: after } = batch;
  if (recorded.length > 0)
    written.add(
      deps.project(tx, before, after),
      moveHead(tx, stream, after.head),
      notifyNodes(tx, stream, after.head.seq),
    );
  await written.all();
  return { answers, committed: { stream, before, after, recorded } };
}

/** A batch is decided and sent in parts: two processors then share the work of one transaction. */
const partSize = 64;

/** Statements under way, none of whose failures is lost or comes unannounced. */
class Writes {
  #all: Promise<unknown> = Promise.resolve();
  #failed = false;

  add(...statements: readonly Promise<unknown>[]): void {
    this.#all = Promise.all([this.#all, ...statements]);
    this.#all.catch(() => {
      this.#failed = true;
    });
  }

  /** Gives way to the socket; at the first failure, that failure. */
  async soFar(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#failed) await this.#all;
  }

  async all(): Promise<void> {
    await this.#all;
  }
}

/** The body that a meeting's commands are judged by; a meeting never changes its body. */
function bodyStreamOf(state: StreamState | null, asked: readonly Asked[]): string | null {
  const bodyId = state?.meeting?.bodyId ?? creates(asked);
  return bodyId === undefined ? null : streamName({ kind: "body", id: bodyId });
}

/** As of this transaction; its head is among `heads` unless the meeting was not in memory. */
async function bodyOf(
  tx: TransactionSql,
  { states }: ExecuteDeps,
  stream: string | null,
  heads: ReadonlyMap<string, Head>,
) {
  if (stream === null) return null;
  const head = heads.get(stream) ?? (await headOf(tx, stream));
  return (await states.at(tx, stream, head)).body;
}

function creates(asked: readonly Asked[]) {
  for (const { command } of asked) if (command.type === "meeting.create") return command.bodyId;
  return undefined;
}

type Fresh = Given & { commandId: CommandId };

/** The decisions of one batch, each on the state that the one before left. */
class Batch {
  readonly recorded: Recorded<Event>[] = [];
  #rows: JournalRow[] = [];
  #fresh: Fresh[] = [];
  state: StreamState;
  readonly #stream: string;
  readonly #given: Map<CommandId, Given>;
  readonly #surroundings: Surroundings;
  readonly #contextOf: ReturnType<typeof contextsIn>;
  readonly #now: Instant;

  constructor(
    stream: string,
    before: StreamState,
    surroundings: Surroundings,
    given: Map<CommandId, Given>,
    now: Instant,
  ) {
    this.#stream = stream;
    this.state = before;
    this.#surroundings = surroundings;
    this.#contextOf = contextsIn(surroundings);
    this.#given = given;
    this.#now = now;
  }

  /** What was decided since it was last taken, to be written. */
  take(): { rows: readonly JournalRow[]; fresh: readonly Fresh[] } {
    const taken = { rows: this.#rows, fresh: this.#fresh };
    this.#rows = [];
    this.#fresh = [];
    return taken;
  }

  answer(asked: Asked): Answer {
    const { id } = asked.command;
    const given = this.#given.get(id);
    if (given !== undefined)
      return given.payloadHash === asked.payloadHash
        ? given.answer
        : refusal(id, "command_id_reused");
    const now = asked.at ?? this.#now;
    // a repeat is answered above whenever it comes; what was never done is not done late
    if (asked.notAfter !== null && now > asked.notAfter) return refusal(id, "too_late");
    const answer = this.#decide(asked, now);
    const fresh = { commandId: id, payloadHash: asked.payloadHash, answer };
    this.#given.set(id, fresh);
    this.#fresh.push(fresh);
    return answer;
  }

  #decide({ command, actor }: Asked, now: Instant): Answer {
    const decision = this.#decision(command, actor, now);
    if (decision.refusal !== undefined) {
      const { code, params } = decision.refusal;
      return { ok: false, commandId: command.id, refusal: params ? { code, params } : { code } };
    }
    for (const event of decision.events) {
      const { row, recorded } = rowAfter(this.#stream, this.state.head, now, actor, event);
      this.#rows.push(row);
      this.recorded.push(recorded);
      this.state = folded(this.#stream, this.state, recorded);
    }
    const seq = this.state.head.seq;
    const answer = { ok: true, commandId: command.id, stream: this.#stream, seq, at: now } as const;
    if (command.type !== "ballot.vote" || decision.events.length === 0) return answer;
    return { ...answer, receipt: { seq, at: now, hash: this.state.head.hash } };
  }

  #decision(command: Command, actor: Actor, now: Instant): Decision<Event, RefusalCode> {
    if (isBodyCommand(command)) {
      const { body } = this.state;
      return decideBody(body, command, this.#contextOf(actor, now, body));
    }
    const context = this.#contextOf(actor, now, this.#surroundings.body);
    return decideMeeting(this.state.meeting, command, context);
  }
}

export function refusal(commandId: CommandId | null, code: RefusalCode): Answer {
  return { ok: false, commandId, refusal: { code } };
}

/** The stream a command is decided on, by name. */
export function streamNameOf(command: Command): string {
  return streamName(streamOf(command));
}

/**
 * What listeners are told of every stream: each commit once, in `seq` order, whoever made it. Commits of
 * other nodes, and our own whose answer was lost with the connection, are heard by PostgreSQL's NOTIFY and
 * read from the journal.
 */
import type { Sql, TransactionSql } from "postgres";
import { logFailure } from "../log";
import type { Committed } from "./outcome";
import type { StreamState } from "./stream-states";

const channel = "journal";

/** Streams whose listeners are kept in step; the longest untouched is let go. */
const kept = 500;

export class News {
  readonly #listeners = new Set<(committed: Committed) => void>();
  /** the state that listeners were last told, or first read */
  readonly #told = new Map<string, StreamState>();
  #stop: () => Promise<void> = () => Promise.resolve();

  /** Answers how to leave. */
  listen(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A listener may build on this state: it has to hear of whatever follows it. */
  read(stream: string, state: StreamState): void {
    if (!this.#told.has(stream)) this.#keep(stream, state);
  }

  /** Tells what was committed; without events of its own only where listeners do not know it yet. */
  tell(committed: Committed): void {
    const { stream, before, after, recorded } = committed;
    const told = this.#told.get(stream) ?? before;
    if (recorded.length === 0 && told.head.seq >= after.head.seq) return;
    if (told.head.seq <= after.head.seq) this.#keep(stream, after);
    for (const listener of this.#listeners) {
      try {
        listener(committed);
      } catch (error) {
        // what is committed stands; a listener that fails must not fail the command
        logFailure("A listener to committed events failed.", error, { stream });
      }
    }
  }

  /**
   * Hears of commits made elsewhere. `stateOf` reads a stream after what this node itself has under way
   * on it is done, so that its own commits are told by itself, with their events.
   */
  async follow(sql: Sql, stateOf: (stream: string) => Promise<StreamState>): Promise<void> {
    const catchUp = async (stream: string, seq: number) => {
      const told = this.#told.get(stream);
      if (told === undefined || told.head.seq >= seq) return;
      const after = await stateOf(stream);
      this.tell({ stream, before: told, after, recorded: [] });
    };
    const failed = (error: unknown) => logFailure("News of another node could not be read.", error);
    const heard = (text: string) => {
      const [stream = "", seq = "0"] = text.split(" ");
      catchUp(stream, Number(seq)).catch(failed);
    };
    // called again after each lost connection: what was notified meanwhile went by unheard
    const connected = () => {
      for (const stream of this.#told.keys())
        catchUp(stream, Number.POSITIVE_INFINITY).catch(failed);
    };
    const { unlisten } = await sql.listen(channel, heard, connected);
    this.#stop = unlisten;
  }

  stop(): Promise<void> {
    this.#listeners.clear();
    return this.#stop();
  }

  #keep(stream: string, state: StreamState): void {
    this.#told.delete(stream);
    this.#told.set(stream, state);
    const oldest = this.#told.size > kept ? this.#told.keys().next().value : undefined;
    if (oldest !== undefined) this.#told.delete(oldest);
  }
}

/** Said inside the transaction; PostgreSQL passes it on when it commits. */
export function notifyNodes(tx: TransactionSql, stream: string, seq: number): Promise<unknown> {
  return tx`select pg_notify(${channel}, ${`${stream} ${seq}`})`;
}

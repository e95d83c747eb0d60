/**
 * Commands on their way: repeated with the same id until the server has answered, so that an answer
 * lost on the line never loses or doubles a vote. Kept in the tab's storage: a reload repeats what was
 * unanswered. Nothing here counts as done before the server said so.
 */
import { z } from "zod";
import type { Command } from "../../domain/commands";
import { CommandId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import { Instant, instantOf } from "../../domain/text";

/** A command as a screen gives it: the outbox makes the id. */
export type NewCommand = Command extends infer C
  ? C extends { id: CommandId }
    ? Omit<C, "id">
    : never
  : never;

const Envelope = z.object({
  command: z.looseObject({ id: CommandId, type: z.string() }),
  notAfter: Instant,
  /** handed to a road at least once: the server may know it */
  wasSent: z.boolean(),
});
export type Envelope = z.infer<typeof Envelope>;

export type Roads = {
  live: {
    readonly connected: boolean;
    onConnected(watcher: () => void): () => void;
    ask(name: "command", payload: { command: object; notAfter: Instant }): Promise<Answer>;
  };
  http(envelope: Envelope): Promise<Answer | null>;
};

export type OutboxOptions = {
  store: { read(): string | null; write(text: string): void };
  roads: Roads;
  /** server time in ms */
  now: () => number;
  newId?: () => string;
};

/** How long a command may still take effect when the line is bad; a screen may ask for less. */
const withinMs = 120_000;
const repeatAfterMs = 1_000;
/** With no socket for so long, plain requests are tried. */
const httpAfterMs = 1_500;
/** What the server cannot answer now (a restart under way, too many at once) is asked again. */
const notNow: readonly string[] = ["busy", "rate_limited"];

type Entry = { envelope: Envelope; settle: ((answer: Answer) => void)[]; underWay: boolean };

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries = new Map<CommandId, Entry>();
  readonly #watchers = new Set<() => void>();
  readonly #answerWatchers = new Set<(envelope: Envelope, answer: Answer) => void>();
  #pending: readonly Envelope[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unwatch: (() => void) | null = null;
  #downSince: number | null = null;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Takes up what an earlier page of this tab left unanswered. */
  open(): void {
    for (const envelope of this.#stored()) {
      if (!this.#entries.has(envelope.command.id))
        this.#entries.set(envelope.command.id, { envelope, settle: [], underWay: false });
    }
    this.#changed();
    this.#unwatch = this.#options.roads.live.onConnected(() => this.#flush());
    this.#flush();
  }

  close(): void {
    this.#unwatch?.();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Commands without an answer yet, the oldest first. */
  pending = (): readonly Envelope[] => this.#pending;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Told of every answer, also to what an earlier page of this tab had sent. */
  onAnswer(watcher: (envelope: Envelope, answer: Answer) => void): () => void {
    this.#answerWatchers.add(watcher);
    return () => this.#answerWatchers.delete(watcher);
  }

  /**
   * Resolves with the server's answer, however long that takes. Only a command that was never handed
   * to any road is given up by ourselves, as `too_late`: of any other we cannot know.
   */
  send(command: NewCommand, options: { withinMs?: number } = {}): Promise<Answer> {
    const id = CommandId.parse((this.#options.newId ?? (() => crypto.randomUUID()))());
    const notAfter = instantOf(new Date(this.#options.now() + (options.withinMs ?? withinMs)));
    return new Promise((settle) => {
      const envelope = { command: { ...command, id }, notAfter, wasSent: false };
      this.#entries.set(id, { envelope, settle: [settle], underWay: false });
      this.#changed();
      this.#flush();
    });
  }

  #flush(): void {
    for (const entry of this.#entries.values()) void this.#try(entry);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== null || this.#entries.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#flush();
    }, repeatAfterMs);
  }

  async #try(entry: Entry): Promise<void> {
    if (entry.underWay) return;
    const { envelope } = entry;
    const isLate = this.#options.now() > Date.parse(envelope.notAfter);
    if (isLate && !envelope.wasSent) {
      const { id: commandId } = envelope.command;
      this.#answered(entry, { ok: false, commandId, refusal: { code: "too_late" } });
      return;
    }
    const road = this.#road();
    if (road === null) return;
    entry.underWay = true;
    if (!envelope.wasSent) {
      envelope.wasSent = true;
      this.#keep();
    }
    const answer = await road(envelope);
    entry.underWay = false;
    if (answer === null) return;
    if (!answer.ok && notNow.includes(answer.refusal.code)) return;
    this.#answered(entry, answer);
  }

  #road(): ((envelope: Envelope) => Promise<Answer | null>) | null {
    const { live, http } = this.#options.roads;
    if (live.connected) {
      this.#downSince = null;
      return ({ command, notAfter }) =>
        // a line that did not answer leaves the command here, to be asked again
        live.ask("command", { command, notAfter }).catch(() => null);
    }
    this.#downSince ??= this.#options.now();
    return this.#options.now() - this.#downSince >= httpAfterMs ? http : null;
  }

  #answered(entry: Entry, answer: Answer): void {
    this.#entries.delete(entry.envelope.command.id);
    for (const watcher of this.#answerWatchers) watcher(entry.envelope, answer);
    this.#changed();
    for (const settle of entry.settle) settle(answer);
  }

  #changed(): void {
    this.#pending = [...this.#entries.values()].map(({ envelope }) => envelope);
    this.#keep();
    for (const watcher of this.#watchers) watcher();
  }

  #keep(): void {
    this.#options.store.write(JSON.stringify(this.#pending));
  }

  #stored(): Envelope[] {
    const text = this.#options.store.read();
    if (text === null) return [];
    try {
      const parsed = z.array(Envelope).safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : [];
    } catch (error) {
      // another script's text under our key: nothing of ours is in it
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }
}

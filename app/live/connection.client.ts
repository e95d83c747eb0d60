/**
 * The one socket of a tab. It reconnects by itself, knows the server's time, and falls back to plain
 * requests behind proxies that refuse sockets. It never keeps a message for later: Socket.IO's own
 * buffer would send a request to speak a minute late, on another item. Repeating is the outbox's work.
 */
import { io, type Socket } from "socket.io-client";
import {
  type AnswerTo,
  type ClientMessage,
  HandshakeRefusal,
  isSame,
  type Payload,
  PROTOCOL_VERSION,
} from "../../domain/protocol";
import {
  type Connection,
  type LineOptions,
  retryDelayMs,
  stateOf,
  unknownConnection,
} from "./connection";
import { Road } from "./road";
import { createServerClock } from "./server-clock";
import { LineError, Talk } from "./talk.client";
import { Timers } from "./timers";

/** A line is looked at so often; a proxy that cuts idle lines sees traffic well within its minute. */
const pingEveryMs = 10_000;
const pingDeadlineMs = 4_000;
const clockRoundEveryMs = 60_000;
const clockRound = { pings: 5, apartMs: 50 };

type Timer = "retry" | "deadline" | "ping" | "round" | "look";

export class LiveConnection {
  readonly #socket: Socket;
  readonly #talk: Talk;
  readonly #options: LineOptions;
  readonly #clock = createServerClock(
    () => performance.now(),
    () => Date.now(),
  );
  readonly #watchers = new Set<() => void>();
  readonly #connectedWatchers = new Set<() => void>();
  #snapshot: Connection = unknownConnection;
  #latencyMs: number | null = null;
  #downSince: number | null = performance.now();
  #attempt = 0;
  readonly #road = new Road();
  readonly #timers = new Timers<Timer>();
  #open = false;
  #ended = false;
  #sessionEnded = false;
  #spreadMs = 0;
  #isUsed = true;

  constructor(options: LineOptions = {}) {
    this.#options = options;
    const settings = {
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      auth: { protocol: PROTOCOL_VERSION },
      ...(options.headers !== undefined && { extraHeaders: options.headers }),
    };
    this.#socket = options.url === undefined ? io(settings) : io(options.url, settings);
    this.#talk = new Talk(this.#socket);
    this.#socket.on("connect", () => this.#connected());
    this.#socket.on("disconnect", () => this.#lost());
    this.#socket.on("connect_error", (error) => this.#failed(error));
    this.on("restarting", ({ spreadMs }) => {
      this.#spreadMs = spreadMs;
    });
    this.on("session_ended", () => this.#endSession());
  }

  /** Server time in milliseconds since the epoch. */
  now = (): number => this.#clock.now();

  snapshot = (): Connection => this.#snapshot;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Called each time the line is up, and at once when it is up already. */
  onConnected(watcher: () => void): () => void {
    this.#connectedWatchers.add(watcher);
    if (this.connected) watcher();
    return () => this.#connectedWatchers.delete(watcher);
  }

  on: Talk["on"] = (name, listener) => this.#talk.on(name, listener);

  /** As `Talk.ask`; a line that gives no answer is looked at. */
  async ask<M extends ClientMessage>(
    name: M,
    payload: Payload<M>,
    deadlineMs?: number,
  ): Promise<AnswerTo<M>> {
    try {
      return await this.#talk.ask(name, payload, deadlineMs);
    } catch (error) {
      if (this.connected && name !== "clock") void this.#look();
      throw error;
    } finally {
      this.#tell();
    }
  }

  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#ended = false;
    this.#try();
    const look = () => {
      this.#tell();
      this.#timers.set("look", 1_000, look);
    };
    look();
  }

  close(): void {
    this.#open = false;
    this.#timers.clearAll();
    this.#socket.disconnect();
  }

  /** The person did something: told with the next ping, so that the session does not end for idleness. */
  use = (): void => {
    this.#isUsed = true;
  };

  /** The device woke up, or has a network again: see at once whether the line still lives. */
  wake(): void {
    if (!this.#open || this.#ended) return;
    if (this.connected) {
      this.#clock.startRound();
      void this.#look();
    } else {
      this.#attempt = 0;
      this.#try();
    }
  }

  #try(): void {
    this.#timers.clear("retry");
    if (!this.#open || this.#ended || this.connected) return;
    this.#socket.io.opts.transports = this.#road.transports;
    this.#timers.set("deadline", this.#road.deadlineMs, () => this.#failed(new Error("too late")));
    this.#socket.connect();
  }

  #connected(): void {
    this.#timers.clear("deadline");
    this.#road.connected();
    this.#attempt = 0;
    this.#spreadMs = 0;
    this.#downSince = null;
    this.#socket.io.engine.once("upgrade", () => {
      this.#road.upgraded();
      this.#tell();
    });
    this.#tell();
    void this.#measure();
    this.#keepLooking();
    for (const watcher of this.#connectedWatchers) watcher();
  }

  #lost(): void {
    this.#timers.clear("ping", "round");
    this.#downSince ??= performance.now();
    this.#tell();
    if (this.#open && !this.#ended) this.#retryIn(this.#firstDelayMs());
  }

  /** After a planned restart the tabs come back spread over the time that the server asked for. */
  #firstDelayMs(): number {
    const random = this.#options.random ?? Math.random;
    return this.#spreadMs > 0 ? random() * this.#spreadMs : retryDelayMs(0, random);
  }

  #failed(error: Error): void {
    this.#timers.clear("deadline");
    if (!this.#open || this.#ended) return;
    this.#socket.disconnect();
    const refusal = HandshakeRefusal.safeParse("data" in error ? error.data : undefined);
    if (refusal.success) {
      this.#refused(refusal.data);
      return;
    }
    if (this.#road.failed()) {
      this.#retryIn(0);
      return;
    }
    this.#attempt += 1;
    this.#retryIn(retryDelayMs(this.#attempt, this.#options.random ?? Math.random));
  }

  #refused({ code, retryAfterMs }: HandshakeRefusal): void {
    if (code === "unauthenticated") {
      this.#endSession();
      return;
    }
    if (code === "protocol_version") {
      this.#ended = true;
      this.#tell();
      this.#options.onOtherVersion?.();
      return;
    }
    this.#retryIn(retryAfterMs ?? retryDelayMs(8, this.#options.random ?? Math.random));
  }

  #endSession(): void {
    this.#ended = true;
    this.#sessionEnded = true;
    this.#socket.disconnect();
    this.#tell();
  }

  #retryIn(ms: number): void {
    this.#tell();
    this.#timers.set("retry", ms, () => this.#try());
  }

  #keepLooking(): void {
    this.#timers.set("ping", pingEveryMs, () => {
      void this.#look().then(() => {
        if (this.connected) this.#keepLooking();
      });
    });
  }

  /** Several pings, for the clock; ends early when the line is lost. */
  async #measure(): Promise<void> {
    for (let count = 0; count < clockRound.pings && this.connected; count++) {
      if (!(await this.#ping())) return;
      await new Promise((resolve) => setTimeout(resolve, clockRound.apartMs));
    }
    if (this.connected)
      this.#timers.set("round", clockRoundEveryMs, () => {
        this.#clock.startRound();
        void this.#measure();
      });
  }

  /** One ping; a line that does not answer twice is dead, whatever TCP says. */
  async #look(): Promise<void> {
    if ((await this.#ping()) || !this.connected) return;
    if ((await this.#ping()) || !this.connected) return;
    // closing the engine leads to `disconnect`, and that to the next try
    this.#socket.io.engine.close();
  }

  async #ping(): Promise<boolean> {
    const sentAt = performance.now();
    const used = this.#isUsed;
    this.#isUsed = false;
    try {
      const answer = await this.ask("clock", { used }, pingDeadlineMs);
      const receivedAt = performance.now();
      this.#latencyMs = receivedAt - sentAt;
      if (answer.ok) this.#clock.learn(sentAt, receivedAt, Date.parse(answer.at));
      this.#tell();
      return true;
    } catch (error) {
      if (error instanceof LineError) return false;
      throw error;
    }
  }

  #tell(): void {
    const now = performance.now();
    const road = this.connected ? this.#roadName() : null;
    const state = stateOf({
      connected: this.connected,
      road,
      latencyMs: this.#latencyMs,
      waitingMs: this.#talk.waitingMs(now),
      downMs: this.#downSince === null ? 0 : now - this.#downSince,
      hasNetwork: this.#options.hasNetwork?.() ?? true,
    });
    const isFirstTry = this.#snapshot === unknownConnection && this.#attempt === 0;
    if (isFirstTry && state === "reconnecting" && now - (this.#downSince ?? now) < 2_000) return;
    const next = { state, latencyMs: this.#latencyMs, road, sessionEnded: this.#sessionEnded };
    if (isSame(this.#snapshot, next)) return;
    this.#snapshot = next;
    for (const watcher of this.#watchers) watcher();
  }

  #roadName(): Connection["road"] {
    return this.#socket.io.engine.transport.name === "websocket" ? "websocket" : "polling";
  }
}

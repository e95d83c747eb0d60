/**
 * The one socket of a tab. It reconnects by itself, knows the server's time, and falls back to plain
 * requests behind proxies that refuse sockets. It never keeps a message for later: Socket.IO's own
 * buffer would send a request to speak a minute late, on another item. Repeating is the outbox's work.
 */
import {
  type AnswerTo,
  type ClientMessage,
  type HandshakeRefusal,
  isSame,
  type Payload,
} from "../../domain/protocol";
import { codeOf } from "../code";
import {
  type Connection,
  LineError,
  type LineOptions,
  retryDelayMs,
  stateOf,
  unknownConnection,
} from "./connection";
import { Road } from "./road";
import { createServerClock } from "./server-clock";
import type { Talk } from "./talk.client";
import { Timers } from "./timers";
import type { Wire } from "./wire.client";

/** A line is looked at so often; a proxy that cuts idle lines sees traffic well within its minute. */
const pingEveryMs = 10_000;
const pingDeadlineMs = 4_000;
const clockRoundEveryMs = 60_000;
const clockRound = { pings: 5, apartMs: 50 };

type Timer = "retry" | "deadline" | "ping" | "round" | "look";

export class LiveConnection {
  /** null until its code has come: nothing is said on it before, and the state says so */
  #wire: Wire | null = null;
  #isFetchingWire = false;
  readonly #listeners = new Set<(talk: Talk) => void>();
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
    return this.#wire?.socket.connected ?? false;
  }

  /** Called each time the line is up, and at once when it is up already. */
  onConnected(watcher: () => void): () => void {
    this.#connectedWatchers.add(watcher);
    if (this.connected) watcher();
    return () => this.#connectedWatchers.delete(watcher);
  }

  on: Talk["on"] = (name, listener) => {
    let stop: () => void = () => this.#listeners.delete(listen);
    const listen = (talk: Talk) => {
      stop = talk.on(name, listener);
    };
    if (this.#wire === null) this.#listeners.add(listen);
    else listen(this.#wire.talk);
    return () => stop();
  };

  /** As `Talk.ask`; a line that gives no answer is looked at. */
  async ask<M extends ClientMessage>(
    name: M,
    payload: Payload<M>,
    deadlineMs?: number,
  ): Promise<AnswerTo<M>> {
    try {
      if (this.#wire === null) throw new LineError("There is no line.");
      return await this.#wire.talk.ask(name, payload, deadlineMs);
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
    this.#wire?.socket.disconnect();
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
    if (this.#wire === null) {
      void this.#fetchWire();
      return;
    }
    const { socket } = this.#wire;
    socket.io.opts.transports = this.#road.transports;
    this.#timers.set("deadline", this.#road.deadlineMs, () => this.#failed(new Error("too late")));
    socket.connect();
  }

  /** A line that does not bring the code would not bring anything else: tried again as a lost line is. */
  async #fetchWire(): Promise<void> {
    if (this.#isFetchingWire) return;
    this.#isFetchingWire = true;
    const code = await codeOf(() => import("./wire.client")).catch(() => null);
    this.#isFetchingWire = false;
    if (code === null) {
      this.#attempt += 1;
      this.#retryIn(retryDelayMs(this.#attempt, this.#options.random ?? Math.random));
      return;
    }
    this.#listenOn(code.openWire(this.#options));
    this.#try();
  }

  #listenOn(wire: Wire): void {
    this.#wire = wire;
    wire.socket.on("connect", () => this.#connected(wire));
    wire.socket.on("disconnect", () => this.#lost());
    wire.socket.on("connect_error", (error) => this.#failed(error));
    for (const listen of this.#listeners) listen(wire.talk);
    this.#listeners.clear();
  }

  #connected({ socket }: Wire): void {
    this.#timers.clear("deadline");
    this.#road.connected();
    this.#attempt = 0;
    this.#spreadMs = 0;
    this.#downSince = null;
    socket.io.engine.once("upgrade", () => {
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
    this.#wire?.socket.disconnect();
    const refusal = this.#wire?.refusalIn(error) ?? null;
    if (refusal !== null) {
      this.#refused(refusal);
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
    this.#wire?.socket.disconnect();
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
    this.#wire?.socket.io.engine.close();
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
      waitingMs: this.#wire?.talk.waitingMs(now) ?? 0,
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
    return this.#wire?.socket.io.engine.transport.name === "websocket" ? "websocket" : "polling";
  }
}

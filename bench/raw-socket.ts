/**
 * A client of the live wire with as little of its own as possible: a thousand full clients in one
 * process would measure themselves. Speaks Engine.IO 4 and Socket.IO 5 over a bare WebSocket.
 */
import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../domain/protocol";

/** told the text of an acknowledgement's arguments, unparsed */
type Answer = (text: string) => void;

export class RawSocket {
  readonly #socket: WebSocket;
  readonly #auth: object;
  readonly #waiting = new Map<number, Answer>();
  #asked = 0;
  #connected: (() => void) | null = null;
  #failed: ((error: Error) => void) | null = null;
  /** bytes of all frames received */
  bytes = 0;
  /** called with the text of each event packet */
  onEvent: ((text: string) => void) | null = null;
  /** called with the text of every frame */
  onFrame: ((text: string) => void) | null = null;

  private constructor(address: string, cookie: string | null, auth: object) {
    this.#auth = auth;
    const url = `${address.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
    this.#socket = new WebSocket(url, {
      perMessageDeflate: false,
      ...(cookie !== null && { headers: { cookie } }),
    });
    this.#socket.on("message", (data) => this.#hear(String(data)));
    this.#socket.on("error", (error) => this.#failed?.(error));
    this.#socket.on("close", () => this.#failed?.(new Error("closed")));
  }

  /** Comes again when the server asks to. */
  static async connect(
    address: string,
    cookie: string | null,
    auth: object = { protocol: PROTOCOL_VERSION },
  ): Promise<RawSocket> {
    for (;;) {
      const socket = new RawSocket(address, cookie, auth);
      const retryAfterMs = await socket.#settled();
      socket.#failed = null;
      if (retryAfterMs === null) return socket;
      socket.close();
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }

  /** null once it is in, else after how long to come again */
  #settled(): Promise<number | null> {
    return new Promise((resolve, reject) => {
      this.#connected = () => resolve(null);
      this.#failed = (error) => {
        const retry: unknown = Reflect.get(error, "retryAfterMs");
        if (typeof retry === "number") resolve(retry);
        else reject(error);
      };
    });
  }

  async ask(name: string, payload?: unknown): Promise<unknown> {
    return answerIn(await this.prepare(name, payload)());
  }

  /** Puts a message into words now, to be sent when called; resolves with what `answerIn` reads. */
  prepare(name: string, payload?: unknown): () => Promise<string> {
    this.#asked += 1;
    const id = this.#asked;
    const said = payload === undefined ? [name] : [name, payload];
    const text = `42${id}${JSON.stringify(said)}`;
    return () =>
      new Promise((resolve) => {
        this.#waiting.set(id, resolve);
        this.#socket.send(text);
      });
  }

  /** Sends whatever it is. */
  write(text: string): void {
    this.#socket.send(text);
  }

  /** Reads nothing more. */
  pause(): void {
    this.#socket.pause();
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.#failed = null;
    this.#socket.terminate();
  }

  #hear(text: string): void {
    this.bytes += text.length;
    this.onFrame?.(text);
    if (text.startsWith("42")) this.onEvent?.(text);
    else if (text.startsWith("43")) this.#acknowledged(text);
    else if (text === "2") this.#socket.send("3");
    else if (text.startsWith("0")) this.#socket.send(`40${JSON.stringify(this.#auth)}`);
    else if (text.startsWith("40")) this.#connected?.();
    else if (text.startsWith("44")) this.#refused(text.slice(2));
  }

  #acknowledged(text: string): void {
    const start = text.indexOf("[");
    const id = Number(text.slice(2, start));
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    answer?.(text.slice(start));
  }

  #refused(text: string): void {
    const { data }: { data?: { code: string; retryAfterMs?: number } } = JSON.parse(text);
    const error = Object.assign(new Error(data?.code ?? text), {
      retryAfterMs: data?.retryAfterMs,
    });
    this.#failed?.(error);
  }
}

/** What was acknowledged. */
export function answerIn(text: string): unknown {
  const [given]: unknown[] = JSON.parse(text);
  return given;
}

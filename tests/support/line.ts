/**
 * The line between a client and the server, in the test's hand: hold it, cut it, delay it, or put one
 * of the proxies in between that ministries have.
 */
import { connect, createServer, type Server, type Socket } from "node:net";

export type Between = {
  /** answers 400 to whoever asks for a WebSocket */
  refusesUpgrades?: boolean;
  /** swallows requests for a WebSocket without a word */
  swallowsUpgrades?: boolean;
  /** holds a response back until it is complete */
  buffersResponses?: boolean;
  /** cuts what has been silent for so long */
  cutsIdleAfterMs?: number;
};

type Pair = { client: Socket; server: Socket };

export class TestLine {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  readonly #target: { host: string; port: number };
  readonly #proxy: Between;
  #isDown = false;
  #isHeld = false;
  #holdsAnswers = false;
  #delayMs = 0;
  readonly #held: (() => void)[] = [];
  /** lines opened so far */
  opened = 0;

  private constructor(target: { host: string; port: number }, proxy: Between) {
    this.#target = target;
    this.#proxy = proxy;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** @param address of the server behind, as `http://host:port` */
  static async to(address: string, proxy: Between = {}): Promise<TestLine> {
    const { hostname, port } = new URL(address);
    const line = new TestLine({ host: hostname, port: Number(port) }, proxy);
    await new Promise<void>((resolve) => line.#server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The line has no port.");
    return `http://localhost:${address.port}`;
  }

  /** Everything under way is cut, and nothing new comes through until `restore`. */
  cut(): void {
    this.#isDown = true;
    for (const pair of this.#pairs) destroy(pair);
  }

  /** Cuts what is under way once; new lines come through. */
  drop(): void {
    for (const pair of this.#pairs) destroy(pair);
  }

  restore(): void {
    this.#isDown = false;
  }

  /** Nothing passes and nothing is closed: what a tunnel does to a train. */
  hold(): void {
    this.#isHeld = true;
  }

  /** What the client sends still arrives; what the server says does not. */
  holdAnswers(): void {
    this.#holdsAnswers = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#holdsAnswers = false;
    for (const pass of this.#held.splice(0)) pass();
  }

  delay(ms: number): void {
    this.#delayMs = ms;
  }

  async close(): Promise<void> {
    for (const pair of this.#pairs) destroy(pair);
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    if (this.#isDown) {
      client.destroy();
      return;
    }
    this.opened += 1;
    const server = connect(this.#target);
    const pair = { client, server };
    this.#pairs.add(pair);
    const end = () => {
      destroy(pair);
      this.#pairs.delete(pair);
    };
    for (const socket of [client, server]) {
      socket.on("error", end);
      socket.on("close", end);
      if (this.#proxy.cutsIdleAfterMs !== undefined)
        socket.setTimeout(this.#proxy.cutsIdleAfterMs, end);
    }
    client.on("data", (data) => this.#fromClient(pair, data));
    const complete = this.#proxy.buffersResponses ? new CompleteResponses() : null;
    server.on("data", (data) => {
      const ready = complete === null ? data : complete.add(data);
      if (ready.length > 0) this.#pass(client, ready, true);
    });
  }

  #fromClient({ client, server }: Pair, data: Buffer): void {
    const head = data.subarray(0, 2_000).toString("latin1");
    if (/^GET [^\n]*\n/.test(head) && /\r\nupgrade: *websocket\r\n/i.test(head)) {
      if (this.#proxy.swallowsUpgrades) return;
      if (this.#proxy.refusesUpgrades) {
        client.end("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        return;
      }
    }
    this.#pass(server, data);
  }

  #pass(to: Socket, data: Buffer, isAnswer = false): void {
    const write = () => {
      if (this.#isHeld || (isAnswer && this.#holdsAnswers)) this.#held.push(write);
      else if (!to.destroyed) to.write(data);
    };
    if (this.#delayMs > 0) setTimeout(write, this.#delayMs);
    else write();
  }
}

function destroy({ client, server }: Pair): void {
  client.destroy();
  server.destroy();
}

/** Lets responses with a known length through as a whole; never lets a stream through. */
class CompleteResponses {
  #buffer = Buffer.alloc(0);

  add(data: Buffer): Buffer {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    const whole: Buffer[] = [];
    for (let size = this.#wholeSize(); size > 0; size = this.#wholeSize()) {
      whole.push(this.#buffer.subarray(0, size));
      this.#buffer = this.#buffer.subarray(size);
    }
    return Buffer.concat(whole);
  }

  /** bytes of the first response once all of it is here, else 0 */
  #wholeSize(): number {
    const end = this.#buffer.indexOf("\r\n\r\n");
    if (end === -1) return 0;
    const head = this.#buffer.subarray(0, end).toString("latin1");
    // the start of a stream is kept for ever, as such proxies do
    if (/^HTTP\/1\.1 101/.test(head)) return 0;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) return /^HTTP\/1\.1 (204|304)/.test(head) ? end + 4 : 0;
    const size = end + 4 + Number(length);
    return this.#buffer.length >= size ? size : 0;
  }
}

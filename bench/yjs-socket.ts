/** A client of the other Yjs servers with as little of its own as ours has: sends made updates, counts what comes back. */
import { WebSocket } from "ws";

export type Protocol = "hocuspocus" | "y-websocket";

const sync = 0;
const update = 2;
const auth = 2;
const syncStatus = 8;

export class YjsSocket {
  readonly #socket: WebSocket;
  readonly #protocol: Protocol;
  readonly #name: Buffer;
  readonly #waiting: (() => void)[] = [];
  /** what was sent and has not come back, where the coming back is the acknowledgement */
  readonly #sent = new Map<string, () => void>();
  bytes = 0;

  private constructor(address: string, protocol: Protocol, name: string) {
    this.#protocol = protocol;
    this.#name = protocol === "hocuspocus" ? textOf(name) : Buffer.alloc(0);
    this.#socket = new WebSocket(protocol === "hocuspocus" ? address : `${address}/${name}`, {
      perMessageDeflate: false,
    });
    this.#socket.binaryType = "nodebuffer";
  }

  static async connect(address: string, protocol: Protocol, name: string): Promise<YjsSocket> {
    const one = new YjsSocket(address, protocol, name);
    // it may come with the very packet that opens the socket
    const ready = new Promise<void>((resolve) => one.#socket.once("message", () => resolve()));
    one.#socket.on("message", (data: Buffer) => one.#hear(data));
    await new Promise<void>((resolve, reject) => {
      one.#socket.once("open", () => resolve());
      one.#socket.once("error", reject);
    });
    if (protocol === "hocuspocus")
      one.#socket.send(Buffer.concat([one.#name, Buffer.from([auth, 0]), textOf("token")]));
    await ready;
    return one;
  }

  /** Resolves when the server has acknowledged it, in the server's own way. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      if (this.#protocol === "hocuspocus") this.#waiting.push(resolve);
      else this.#sent.set(keyOf(bytes), resolve);
      const head = Buffer.from([sync, update]);
      this.#socket.send(Buffer.concat([this.#name, head, lengthOf(bytes.length), bytes]));
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #hear(data: Buffer): void {
    this.bytes += data.length;
    const at = this.#name.length;
    const type = data[at];
    if (type === syncStatus) this.#waiting.shift()?.();
    if (type !== sync || data[at + 1] !== update) return;
    if (this.#protocol === "hocuspocus") return;
    // its own update comes back as it was sent
    const key = keyOf(data.subarray(at + 2 + lengthSize(data, at + 2)));
    this.#sent.get(key)?.();
    this.#sent.delete(key);
  }
}

/** Client and clock stand in an update's first bytes. */
const keyOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 16)).toString("latin1");

const textOf = (text: string) =>
  Buffer.concat([lengthOf(Buffer.byteLength(text)), Buffer.from(text)]);

function lengthOf(length: number): Buffer {
  const bytes: number[] = [];
  let rest = length;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}

function lengthSize(data: Buffer, at: number): number {
  let size = 1;
  while ((data[at + size - 1] ?? 0) > 127) size += 1;
  return size;
}

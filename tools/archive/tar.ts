/** Regular files in a tar archive (ustar), streamed both ways: any `tar` can look into a backup. */
import { Buffer } from "node:buffer";

const block = 512;

export type ArchivedFile = { name: string; sizeBytes: number; bytes: AsyncIterable<Uint8Array> };

/** @throws Error when a file's bytes are more or fewer than announced: the archive would be unreadable */
export async function* tarOf(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  for await (const { name, sizeBytes, bytes } of files) {
    yield header(name, sizeBytes);
    let written = 0;
    for await (const chunk of bytes) {
      written += chunk.byteLength;
      yield chunk;
    }
    if (written !== sizeBytes) throw new Error(`${name} has ${written} bytes, not ${sizeBytes}`);
    yield Buffer.alloc(padding(sizeBytes));
  }
  yield Buffer.alloc(2 * block);
}

/**
 * The files of an archive, in order. Each one's bytes are read before the next is asked for.
 * @throws Error when the archive is cut off or its headers are damaged
 */
export async function* filesIn(archive: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedFile> {
  const source = new Source(archive);
  for (;;) {
    const head = await source.exactly(block);
    if (head.every((byte) => byte === 0)) return;
    const { name, sizeBytes } = parsed(head);
    let isRead = false;
    const bytes = (async function* () {
      yield* source.take(sizeBytes);
      await source.exactly(padding(sizeBytes));
      isRead = true;
    })();
    yield { name, sizeBytes, bytes };
    if (!isRead) throw new Error(`${name} was not read to its end`);
  }
}

const padding = (sizeBytes: number) => (block - (sizeBytes % block)) % block;

function header(name: string, sizeBytes: number): Buffer {
  if (Buffer.byteLength(name) > 99) throw new Error(`the name ${name} is too long for an archive`);
  const head = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  head.write(name, 0);
  head.write(octal(0o600, 7), 100);
  head.write(octal(0, 7), 108);
  head.write(octal(0, 7), 116);
  head.write(octal(sizeBytes, 11), 124);
  head.write(octal(0, 11), 136);
  head.write("        0", 148);
  head.write("ustar\x0000", 257);
  head.write(`${sumOf(head).toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

function parsed(head: Buffer): { name: string; sizeBytes: number } {
  const text = (at: number, length: number) =>
    head.toString("utf8", at, at + length).replace(/\0.*$/s, "");
  const sum = Number.parseInt(text(148, 8), 8);
  const bare = Buffer.from(head);
  bare.write("        ", 148);
  if (sum !== sumOf(bare)) throw new Error("the archive is damaged");
  return { name: text(0, 100), sizeBytes: Number.parseInt(text(124, 12), 8) };
}

/** Of a header whose own place for the sum holds eight spaces. */
function sumOf(head: Buffer): number {
  return head.reduce((sum, byte) => sum + byte, 0);
}

/** Bytes from chunks of any size. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(archive: AsyncIterable<Uint8Array>) {
    this.#chunks = archive[Symbol.asyncIterator]();
  }

  async *take(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      if (this.#rest.byteLength === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) throw new Error("the archive is cut off");
        this.#rest = next.value;
      }
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.byteLength);
      left -= part.byteLength;
      yield part;
    }
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.take(count)) parts.push(part);
    return Buffer.concat(parts);
  }
}

/**
 * Reads a Yjs update of format V1 without Yjs, and believes nothing: time and memory are linear in its length
 * (Yjs's own readers can be made to hang by 22 bytes of V2, yjs issue 687, and take structs that would wait for
 * ever). Of the format it knows only what a flat map of marks needs; all else is refused.
 *
 * The format: varuint clients; each: varuint structs, client, first clock, then the structs; then the deletions:
 * varuint clients; each: client, varuint ranges; each: clock, length.
 */
import { type Mark, MarkId, markIn } from "../../domain/marks";

/** The name of the map inside each document. */
const mapName = "marks";

/** Consecutive structs of one client. */
export type Section = { client: number; clock: number; length: number };
export type Id = { client: number; clock: number };

export type UpdateFacts = {
  sections: readonly Section[];
  /** what its structs stand beside: has to be known before, or earlier in this update */
  origins: readonly (Id & { by: Id })[];
  deletions: readonly Section[];
  /** marks whose key it names: such a mark may be new (one that replaces another names none) */
  keys: readonly MarkId[];
  /** each under the place where it is written, by which it may be deleted later */
  marks: readonly (Id & { mark: Mark })[];
};

export type Unreadable = { unreadable: string };

class Refusal extends Error {}

/** One gesture has few structs; a whole document of thousands of marks is never sent as one update. */
const most = { sections: 64, structs: 4_096, deletions: 4_096, depth: 6 };

/** What an update says, or why it is none of ours. */
export function readUpdate(bytes: Uint8Array): UpdateFacts | Unreadable {
  try {
    return new Reader(bytes).update();
  } catch (error) {
    if (error instanceof Refusal) return { unreadable: error.message };
    throw error;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const originFlag = 128;
const rightOriginFlag = 64;
const keyFlag = 32;
const kindBits = 31;
const kinds = { collected: 0, deleted: 1, any: 8 } as const;

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  update(): UpdateFacts {
    const facts = {
      sections: [] as Section[],
      origins: [] as (Id & { by: Id })[],
      keys: [] as MarkId[],
      marks: [] as (Id & { mark: Mark })[],
    };
    const clients = this.#count(most.sections, "clients");
    let structs = 0;
    for (let n = 0; n < clients; n++) {
      const inSection = this.#count(most.structs - structs, "structs");
      structs += inSection;
      const section = { client: this.#number(), clock: this.#number(), length: 0 };
      for (let each = 0; each < inSection; each++) this.#struct(section, facts);
      facts.sections.push(section);
    }
    const deletions = this.#deletions();
    if (this.#at !== this.#bytes.length) throw new Refusal("bytes after the end");
    return { ...facts, deletions };
  }

  #struct(
    section: Section,
    facts: {
      origins: (Id & { by: Id })[];
      keys: MarkId[];
      marks: (Id & { mark: Mark })[];
    },
  ): void {
    const info = this.#byte();
    const kind = info & kindBits;
    if (kind === kinds.collected) {
      if (info !== 0) throw new Refusal("a collected struct with flags");
      this.#grow(section, this.#number());
      return;
    }
    if (kind !== kinds.deleted && kind !== kinds.any) throw new Refusal(`content ${kind}`);
    if ((info & keyFlag) === 0) throw new Refusal("content without a key");
    const by = { client: section.client, clock: section.clock + section.length };
    const hasOrigin = (info & (originFlag | rightOriginFlag)) !== 0;
    if ((info & originFlag) !== 0) facts.origins.push({ ...this.#id(), by });
    if ((info & rightOriginFlag) !== 0) facts.origins.push({ ...this.#id(), by });
    if (!hasOrigin) {
      if (this.#number() !== 1 || this.#string(mapName.length) !== mapName)
        throw new Refusal("another parent");
      const key = MarkId.safeParse(this.#string(36));
      if (!key.success) throw new Refusal("a key that is no mark's id");
      facts.keys.push(key.data);
    }
    if (kind === kinds.deleted) {
      this.#grow(section, this.#number());
      return;
    }
    if (this.#number() !== 1) throw new Refusal("several values under one key");
    const mark = markIn(this.#value(0));
    if (mark === null) throw new Refusal("a value that is no mark");
    facts.marks.push({ ...by, mark });
    this.#grow(section, 1);
  }

  #grow(section: Section, length: number): void {
    if (length < 1) throw new Refusal("an empty struct");
    section.length += length;
  }

  #deletions(): Section[] {
    const deletions: Section[] = [];
    const clients = this.#count(most.sections, "clients with deletions");
    for (let n = 0; n < clients; n++) {
      const client = this.#number();
      const ranges = this.#count(most.deletions - deletions.length, "deletions");
      for (let each = 0; each < ranges; each++)
        deletions.push({ client, clock: this.#number(), length: this.#number() });
    }
    return deletions;
  }

  /** JSON as lib0 writes it; objects have own properties only, and none is called like the prototype. */
  #value(depth: number): unknown {
    if (depth > most.depth) throw new Refusal("nested too deep");
    const type = this.#byte();
    switch (type) {
      case 126:
        return null;
      case 125:
        return this.#integer();
      case 124:
        return this.#view(4).getFloat32(0);
      case 123:
        return this.#view(8).getFloat64(0);
      case 121:
        return false;
      case 120:
        return true;
      case 119:
        return this.#string(this.#bytes.length);
      case 118: {
        const value: Record<string, unknown> = {};
        for (let left = this.#count(64, "properties"); left > 0; left--) {
          const key = this.#string(40);
          if (key === "__proto__" || Object.hasOwn(value, key))
            throw new Refusal("a foreign property");
          value[key] = this.#value(depth + 1);
        }
        return value;
      }
      case 117: {
        const length = this.#count(this.#bytes.length - this.#at, "entries");
        return Array.from({ length }, () => this.#value(depth + 1));
      }
      default:
        throw new Refusal(`value type ${type}`);
    }
  }

  #id(): Id {
    return { client: this.#number(), clock: this.#number() };
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Refusal("it ends too soon");
    this.#at += 1;
    return byte;
  }

  /** An unsigned number of at most 53 bits. */
  #number(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
    }
    throw new Refusal("a number too large");
  }

  #integer(): number {
    const first = this.#byte();
    const sign = (first & 64) === 0 ? 1 : -1;
    let value = first & 63;
    for (let scale = 64, more = first >= 128; more; scale *= 128) {
      if (scale > 2 ** 48) throw new Refusal("an integer too large");
      const byte = this.#byte();
      value += (byte & 127) * scale;
      more = byte >= 128;
    }
    return sign * value;
  }

  /** A number of things that follow: each takes a byte at least. */
  #count(limit: number, what: string): number {
    const count = this.#number();
    if (count > limit || count > this.#bytes.length - this.#at)
      throw new Refusal(`too many ${what}`);
    return count;
  }

  #string(limit: number): string {
    const length = this.#count(limit, "characters");
    try {
      return utf8.decode(this.#take(length));
    } catch (error) {
      if (error instanceof TypeError) throw new Refusal("text that is not UTF-8");
      throw error;
    }
  }

  #view(length: number): DataView {
    const bytes = this.#take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Refusal("it ends too soon");
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
}

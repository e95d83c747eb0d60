/** Archives written by hand, so that tests may lie in them. */
import { crc32, deflateRawSync } from "node:zlib";

/** `saysBytes`: what its list of contents claims each entry unpacks to, instead of the truth. */
export function zip(
  files: Readonly<Record<string, string | Buffer>>,
  { saysBytes }: { saysBytes?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    // version, flags (names are UTF-8), deflate, no time, then the sizes
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(saysBytes ?? bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, Buffer.from(name), packed]);
    bodies.push(body);
    list.push(Buffer.from("PK\u0001\u0002\u0014\0"), facts, place, Buffer.from(name));
    at += body.length;
  }
  const contents = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(bodies.length, 4);
  end.writeUInt16LE(bodies.length, 6);
  end.writeUInt32LE(contents.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, contents, Buffer.from("PK\u0005\u0006"), end]);
}

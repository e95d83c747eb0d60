/** Pictures written by hand, grey and small. */
import { crc32, deflateSync } from "node:zlib";

export function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, grey
  head[8] = 8;
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** One page, not compressed, 8 bits of grey. */
export function tiff(width: number, height: number): Buffer {
  const entries: [tag: number, value: number][] = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 0],
    [277, 1],
    [278, height],
    [279, width * height],
  ];
  const table = Buffer.alloc(2 + entries.length * 12 + 4);
  table.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 2 + index * 12;
    table.writeUInt16LE(tag, at);
    // a long, once
    table.writeUInt16LE(4, at + 2);
    table.writeUInt32LE(1, at + 4);
    table.writeUInt32LE(tag === 273 ? 8 + table.length : value, at + 8);
  }
  const head = Buffer.from("II*\0\u0008\0\0\0", "latin1");
  return Buffer.concat([head, table, Buffer.alloc(width * height, 0x80)]);
}

/**
 * An office file before LibreOffice sees it: whether it is the archive that its name says, whole, and of a size that
 * can be unpacked. Reads the archive's list of contents only, within bounds, and unpacks nothing.
 */
import { type FileHandle, open } from "node:fs/promises";
import type { IntakeRefusal } from "../../../domain/documents";

/** All that is packed in a file, by what it says itself; the limits of a run hold for those that lie. */
const unpackedBytes = 512 * 1_024 * 1_024;
const listBytes = 8 * 1_024 * 1_024;

const endMark = 0x0605_4b50;
const entryMark = 0x0201_4b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;
/** In fields of 32 bits: the true size stands elsewhere, because it is larger than they can say. */
const elsewhere = 0xffff_ffff;

/** What each kind always holds. */
const main: Readonly<Record<string, string>> = {
  docx: "[Content_Types].xml",
  xlsx: "[Content_Types].xml",
  pptx: "[Content_Types].xml",
  odt: "content.xml",
  ods: "content.xml",
  odp: "content.xml",
};

/** Why the file is not to be converted; null: it may. */
export async function refuseArchive(
  path: string,
  extension: string,
): Promise<IntakeRefusal | null> {
  const file = await open(path, "r");
  try {
    const list = await readList(file, (await file.stat()).size);
    if (typeof list === "string") return list;
    let unpacked = 0;
    let isMain = false;
    for (const entry of entriesOf(list)) {
      if (entry === null) return "document.damaged";
      if (entry.unpackedBytes === elsewhere) return "document.conversion_too_heavy";
      unpacked += entry.unpackedBytes;
      isMain ||= entry.name === main[extension];
    }
    if (unpacked > unpackedBytes) return "document.conversion_too_heavy";
    return isMain ? null : "document.not_as_named";
  } finally {
    await file.close();
  }
}

/** It stands at the end, before a comment of any length: a file that was cut off has none. */
async function readList(file: FileHandle, size: number): Promise<Buffer | IntakeRefusal> {
  const tail = await readAt(file, Math.max(0, size - longestComment - endLength), size);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(endMark);
  const at = tail.lastIndexOf(bytes);
  if (at < 0 || at + endLength > tail.length) return "document.damaged";
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (length === elsewhere || start === elsewhere || length > listBytes) {
    return "document.conversion_too_heavy";
  }
  return start + length > size ? "document.damaged" : readAt(file, start, start + length);
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}

/** Null for what is no entry. */
function* entriesOf(list: Buffer): Generator<{ name: string; unpackedBytes: number } | null> {
  for (let at = 0; at < list.length; ) {
    if (at + entryLength > list.length || list.readUInt32LE(at) !== entryMark) return yield null;
    const nameLength = list.readUInt16LE(at + 28);
    const name = list.toString("utf8", at + entryLength, at + entryLength + nameLength);
    yield { name, unpackedBytes: list.readUInt32LE(at + 24) };
    at += entryLength + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
}

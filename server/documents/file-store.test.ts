/** The contract of a file store, run against every implementation there is. */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDirectoryStore } from "./directory-store";
import type { FileStore } from "./file-store";

const stores: { name: string; open: (folder: string) => FileStore }[] = [
  { name: "a directory", open: openDirectoryStore },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "file-store-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each(stores)("$name", ({ open }) => {
  test("gives back what was put, under its SHA-256", async () => {
    const store = open(folder);
    const bytes = Buffer.from("Tờ trình về phân cấp quản lý đất đai");
    const sha256 = addressOf(bytes);
    const put = await store.put(inChunks(bytes, 5), 1_000);
    expect(put).toEqual({ ok: true, file: { sha256, sizeBytes: bytes.length } });
    expect(await store.has(sha256)).toBe(true);
    expect(await read(await store.open(sha256))).toEqual(bytes);
  });

  test("gives any part of it, both ends included", async () => {
    const store = open(folder);
    const bytes = Buffer.from("0123456789");
    const sha256 = await putWhole(store, bytes);
    expect(await read(await store.open(sha256, { first: 0, last: 0 }))).toEqual(Buffer.from("0"));
    expect(await read(await store.open(sha256, { first: 3, last: 9 }))).toEqual(
      Buffer.from("3456789"),
    );
  });

  test("lends an empty folder, which is gone afterwards, also when its use fails", async () => {
    const store = open(folder);
    const lent = await store.withFolder(async (scratch) => {
      await writeFile(path.join(scratch, "made"), "something");
      expect(await filesUnder(folder)).toHaveLength(1);
      return scratch;
    });
    await expect(
      store.withFolder(async (other) => {
        expect(other).not.toBe(lent);
        await writeFile(path.join(other, "half"), "some");
        throw new Error("failed");
      }),
    ).rejects.toThrow("failed");
    expect(await filesUnder(folder)).toEqual([]);
  });

  test("refuses one byte over the limit, takes what just fits, and keeps nothing of a refusal", async () => {
    const store = open(folder);
    const bytes = Buffer.alloc(100, 7);
    expect(await store.put(inChunks(bytes, 30), 99)).toEqual({ ok: false, reason: "too_large" });
    expect(await store.has(addressOf(bytes))).toBe(false);
    expect(await filesUnder(folder)).toEqual([]);
    expect((await store.put(inChunks(bytes, 30), 100)).ok).toBe(true);
  });

  test("stops reading when the limit is passed", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield await Promise.resolve(Buffer.alloc(10));
      }
    }
    await open(folder).put(endless(), 35);
    expect(asked).toBe(4);
  });

  test("keeps nothing of a source that breaks off", async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from("half"));
      throw new Error("the line is cut");
    }
    await expect(open(folder).put(broken(), 1_000)).rejects.toThrow("the line is cut");
    expect(await filesUnder(folder)).toEqual([]);
  });

  test("keeps equal bytes once, also when they come at the same time", async () => {
    const store = open(folder);
    const bytes = Buffer.alloc(5_000, 1);
    const puts = await Promise.all(
      [1, 2, 3, 4].map((size) => store.put(inChunks(bytes, size * 700), 10_000)),
    );
    expect(new Set(puts.map((put) => put.ok && put.file.sha256)).size).toBe(1);
    expect(await filesUnder(folder)).toHaveLength(1);
  });

  test("answers null for what is not there, and removing it is no fault", async () => {
    const store = open(folder);
    const sha256 = addressOf(Buffer.from("never put"));
    expect(await store.has(sha256)).toBe(false);
    expect(await store.open(sha256)).toBeNull();
    await store.remove(sha256);
  });

  test("removes", async () => {
    const store = open(folder);
    const sha256 = await putWhole(store, Buffer.from("withdrawn"));
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
  });

  test("takes nothing but an address for an address", async () => {
    await expect(async () => await open(folder).open("../../etc/passwd")).rejects.toThrow(
      RangeError,
    );
  });

  test("lends a file as a path", async () => {
    const store = open(folder);
    const sha256 = await putWhole(store, Buffer.from("lent"));
    expect(await store.withPath(sha256, async (file) => (await stat(file)).size)).toBe(4);
  });
});

test("a directory's files are for the product's account alone", async () => {
  const store = openDirectoryStore(folder);
  const sha256 = await putWhole(store, Buffer.from("0600"));
  const { mode } = await store.withPath(sha256, (file) => stat(file));
  expect(mode & 0o777).toBe(0o600);
});

test("a directory drops what an ended process left unfinished, and only that", async () => {
  const store = openDirectoryStore(folder);
  const kept = await putWhole(store, Buffer.from("whole"));
  const never = new Promise<never>(() => undefined);
  async function* stuck() {
    yield Buffer.from("half");
    await never;
  }
  void store.put(stuck(), 100);
  await expect.poll(async () => (await filesUnder(path.join(folder, "unfinished"))).length).toBe(1);
  await openDirectoryStore(folder).dropUnfinished();
  expect(await filesUnder(folder)).toEqual([kept]);
});

async function putWhole(store: FileStore, bytes: Buffer): Promise<string> {
  const put = await store.put(inChunks(bytes, 1_024), 1_000_000);
  if (!put.ok) throw new Error("It should have fitted.");
  return put.file.sha256;
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

function addressOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function read(stream: Readable | null): Promise<Buffer | null> {
  return stream === null ? null : Buffer.concat(await stream.toArray());
}

async function filesUnder(start: string): Promise<string[]> {
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

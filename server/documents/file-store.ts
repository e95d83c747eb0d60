/** Where the bytes of papers lie, addressed by their SHA-256: a directory by default, other stores behind the same face. */
import type { Readable } from "node:stream";

export type StoredFile = { /** hex */ sha256: string; sizeBytes: number };

/** First and last byte, both included, as in a range request. */
export type ByteRange = { first: number; last: number };

export type PutResult = { ok: true; file: StoredFile } | { ok: false; reason: "too_large" };

/**
 * What every store promises: a file is there whole or not at all, survives the loss of power once `put`
 * has answered, never changes, and equal bytes are kept once.
 */
export type FileStore = {
  /**
   * Takes a stream to its end, never holding more than a chunk of it in memory. Stops reading at `limitBytes` + 1.
   * Rejects when the source breaks off; nothing of it is kept then.
   */
  put(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<PutResult>;
  /** The bytes, or the given part of them; null when there is no such file. The caller reads or destroys the stream. */
  open(sha256: string, range?: ByteRange): Promise<Readable | null>;
  has(sha256: string): Promise<boolean>;
  /** Repeatable: removing what is not there is no fault. */
  remove(sha256: string): Promise<void>;
  /** Lends the file as a path on this machine for as long as `use` runs, e.g. to a child process. */
  withPath<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>;
  /** Lends an empty folder that is gone afterwards, e.g. for what a child process makes of a file. */
  withFolder<T>(use: (folder: string) => Promise<T>): Promise<T>;
  /** Drops what a process that ended in the middle of `put` left behind; called before the first `put`. */
  dropUnfinished(): Promise<void>;
};

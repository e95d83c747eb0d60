/**
 * Pictures of pages, kept by the file's hash. The first page's poster and all thumbnails are made in the background
 * once a paper is ready; another page's poster when somebody asks for it, with a few that follow.
 */
import path from "node:path";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { documentVersion } from "../../db/schema/documents";
import { pagePicture } from "../../db/schema/readings";
import { logFailure } from "../log";
import type { ByteRange, FileStore } from "./file-store";
import { type PictureKind, picturesFile } from "./inspection";
import { type Inspector, InspectorStopped, type When } from "./inspector";
import { keepFile } from "./keep-file";
import type { Readings } from "./readings";

export type Picture = { sha256: string; range: ByteRange };

export type Pictures = {
  /** The picture of a page (from 1) of a file with so many pages; made first when nobody has seen it. Null: there is none. */
  find(
    of: { sha256: string; pages: number },
    kind: PictureKind,
    page: number,
  ): Promise<Picture | null>;
  /** Has the pictures that a list or a first look needs made while nobody waits; answers at once. */
  prepare(of: { sha256: string; pages: number }): void;
  /** Prepares every paper that has none yet. */
  catchUp(): Promise<void>;
  /** Ends when what is under way has ended; the inspector is stopped before. */
  stop(): Promise<void>;
};

/** Drawn in one go; a batch is bounded in time as one file is. */
const batch: Readonly<Record<PictureKind, number>> = { poster: 4, thumbnail: 24 };

type Job = { sha256: string; kind: PictureKind; pages: number[] };

export function openPictures(parts: {
  drizzle: PostgresJsDatabase;
  readings: Pick<Readings, "withServed">;
  madeStore: FileStore;
  inspector: Inspector;
}): Pictures {
  const { drizzle, readings, madeStore, inspector } = parts;
  const underWay = new Map<string, Promise<void>>();
  /** first looks go before thumbnails, of whichever paper */
  const firstLooks: Job[] = [];
  const others: Job[] = [];
  let running: Promise<void> | null = null;
  let stopped = false;

  const known = async (sha256: string, kind: PictureKind, pages: readonly number[]) =>
    drizzle
      .select()
      .from(pagePicture)
      .where(
        and(
          eq(pagePicture.sha256, sha256),
          eq(pagePicture.kind, kind),
          inArray(pagePicture.page, [...pages]),
        ),
      );

  async function make(job: Job, when: When): Promise<void> {
    const there = new Set((await known(job.sha256, job.kind, job.pages)).map(({ page }) => page));
    const missing = job.pages.filter((page) => !there.has(page));
    if (missing.length > 0) await draw({ ...job, pages: missing }, when);
  }

  async function draw({ sha256, kind, pages }: Job, when: When): Promise<void> {
    const drawn = await madeStore.withFolder(async (folder) => {
      const found = await readings.withServed(sha256, (file) =>
        inspector.draw(file, folder, kind, pages, when),
      );
      return (
        found && { ...found, file: await keepFile(madeStore, path.join(folder, picturesFile)) }
      );
    });
    if (drawn === null && pages.length > 1) {
      // One of them is at fault; the others get theirs.
      const half = Math.ceil(pages.length / 2);
      await draw({ sha256, kind, pages: pages.slice(0, half) }, when);
      await draw({ sha256, kind, pages: pages.slice(half) }, when);
      return;
    }
    let firstByte = 0;
    const rows = pages.map((page, index) => {
      const sizeBytes = drawn?.pictures[index] ?? null;
      const fileSha256 = sizeBytes === null ? null : (drawn?.file.sha256 ?? null);
      const row = { sha256, kind, page, fileSha256, firstByte, sizeBytes: sizeBytes ?? 0 };
      firstByte += sizeBytes ?? 0;
      return row;
    });
    await drizzle.insert(pagePicture).values(rows).onConflictDoNothing();
  }

  async function look(sha256: string, kind: PictureKind, page: number) {
    const [row] = await known(sha256, kind, [page]);
    if (row === undefined) return undefined;
    if (row.fileSha256 === null) return null;
    if (await madeStore.has(row.fileSha256)) return pictureAt(row.fileSha256, row);
    // Whoever throws the folder of what is made away gets it back.
    await drizzle.delete(pagePicture).where(eq(pagePicture.fileSha256, row.fileSha256));
    return undefined;
  }

  const run = (): Promise<void> => {
    running ??= (async () => {
      for (let job = next(); job !== undefined && !stopped; job = next()) {
        await make(job, "later").catch((error: unknown) => {
          if (error instanceof InspectorStopped) stopped = true;
          else logFailure("pictures of a paper could not be made", error);
        });
      }
    })().finally(() => {
      running = null;
    });
    return running;
  };
  const next = () => firstLooks.shift() ?? others.shift();

  const prepare: Pictures["prepare"] = ({ sha256, pages }) => {
    firstLooks.push({ sha256, kind: "poster", pages: [1] });
    for (let first = 1; first <= pages; first += batch.thumbnail) {
      others.push({ sha256, kind: "thumbnail", pages: batchAt("thumbnail", first, pages) });
    }
    if (!stopped) void run();
  };

  return {
    prepare,

    async find({ sha256, pages }, kind, page) {
      const found = await look(sha256, kind, page);
      if (found !== undefined) return found;
      const wanted = batchAt(kind, page, pages);
      const key = `${sha256}/${kind}/${wanted[0]}`;
      let making = underWay.get(key);
      if (making === undefined) {
        making = make({ sha256, kind, pages: wanted }, "now").finally(() => underWay.delete(key));
        underWay.set(key, making);
      }
      await making;
      return (await look(sha256, kind, page)) ?? null;
    },

    async catchUp() {
      const papers = await drizzle
        .selectDistinct({ sha256: documentVersion.sha256, pages: documentVersion.pages })
        .from(documentVersion)
        .where(
          and(
            eq(documentVersion.state, "ready"),
            sql`(select count(*) from ${pagePicture} where ${pagePicture.sha256} = ${documentVersion.sha256}
              and ${pagePicture.kind} = 'thumbnail') < ${documentVersion.pages}`,
          ),
        );
      for (const { sha256, pages } of papers) {
        if (sha256 !== null && pages !== null) prepare({ sha256, pages });
      }
    },

    async stop() {
      stopped = true;
      await running;
      await Promise.allSettled(underWay.values());
    },
  };
}

/** Batches lie at fixed places, so that neighbours asked for at once are made once. */
function batchAt(kind: PictureKind, page: number, pages: number): number[] {
  const first = page - ((page - 1) % batch[kind]);
  const count = Math.min(batch[kind], pages - first + 1);
  return Array.from({ length: count }, (_, index) => first + index);
}

function pictureAt(sha256: string, row: { firstByte: number; sizeBytes: number }): Picture {
  return { sha256, range: { first: row.firstByte, last: row.firstByte + row.sizeBytes - 1 } };
}

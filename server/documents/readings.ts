/** What readers get of a file besides its bytes: made by child processes once, kept by the file's hash, made anew by better makers. */
import path from "node:path";
import { and, eq, notExists, or, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { documentVersion } from "../../db/schema/documents";
import { pageText, reading } from "../../db/schema/readings";
import type { IntakeRefusal, TextReliability, VersionText } from "../../domain/documents";
import { logFailure } from "../log";
import { indexPages } from "../search";
import type { FileStore, StoredFile } from "./file-store";
import { derivedFile, type Finding, outlineFile, textFile } from "./inspection";
import { type Inspector, InspectorStopped } from "./inspector";
import { keepFile } from "./keep-file";
import { unpackRuns } from "./reading/packed-runs";

/** Grows with every change that makes other readings of the same bytes. */
export const currentMaker = 3;

export type SoundFinding = Extract<Finding, { ok: true }>;
export type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

export type Reading = {
  reliability: TextReliability;
  /** in the store of what is made, as they are served (gzip): `VersionText` and `VersionOutline` */
  text: StoredFile;
  outline: StoredFile;
  /** in the same store: the bytes that readers get; null: the uploaded ones */
  served: StoredFile | null;
};

export type Readings = {
  /**
   * Looks into a stored file, makes what readers get of it and keeps that in one transaction with what `and` adds.
   * Durable when it answers: null, or why the file cannot be read. Repeatable.
   */
  make(
    sha256: string,
    when: "now" | "later",
    and?: (transaction: Transaction, finding: SoundFinding) => Promise<void>,
  ): Promise<IntakeRefusal | null>;
  /** The reading of a file that was found sound; made first when an older product left none. Null: it cannot be made. */
  find(sha256: string): Promise<Reading | null>;
  /** Lends the file that readers get as a path on this machine; null: none can be made. */
  withServed<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T | null>;
  /** The one text of a version with the places of its words; null: there is none to be had. */
  readText(sha256: string): Promise<VersionText | null>;
  /** Makes what is missing or of an older maker, one file after the other, while nobody waits. */
  catchUp(): Promise<void>;
};

export function openReadings(parts: {
  drizzle: PostgresJsDatabase;
  /** of the bytes as they were uploaded */
  store: FileStore;
  /** of what is made of them: apart, so that no upload can share or drop it, and it may be thrown away whole */
  madeStore: FileStore;
  inspector: Inspector;
}): Readings {
  const { drizzle, store, madeStore, inspector } = parts;
  /** Those who ask for the same missing reading wait for the same making. */
  const underWay = new Map<string, Promise<IntakeRefusal | null>>();

  const make: Readings["make"] = (sha256, when, and) =>
    madeStore.withFolder(async (folder) => {
      const finding = await store.withPath(sha256, (file) => inspector.inspect(file, folder, when));
      if (!finding.ok) return finding.reason;
      const text = await keepFile(madeStore, path.join(folder, textFile));
      const outline = await keepFile(madeStore, path.join(folder, outlineFile));
      const served = finding.derived
        ? await keepFile(madeStore, path.join(folder, derivedFile))
        : null;
      const before = await filesOf(sha256);
      await drizzle.transaction(async (transaction) => {
        await record(transaction, sha256, finding, { text, outline, served });
        await and?.(transaction, finding);
      });
      for (const old of before) await dropUnlessShared(old);
      return null;
    });

  /** Two papers may say the same, or nothing. */
  async function dropUnlessShared(file: string): Promise<void> {
    const sharers = await drizzle
      .select({ sha256: reading.sha256 })
      .from(reading)
      .where(
        or(
          eq(reading.textSha256, file),
          eq(reading.outlineSha256, file),
          eq(reading.servedSha256, file),
        ),
      )
      .limit(1);
    if (sharers.length === 0) await madeStore.remove(file);
  }

  const filesOf = async (sha256: string): Promise<string[]> => {
    const rows = await drizzle
      .select({
        text: reading.textSha256,
        outline: reading.outlineSha256,
        served: reading.servedSha256,
      })
      .from(reading)
      .where(eq(reading.sha256, sha256));
    return rows.flatMap(({ text, outline, served }) =>
      [text, outline, served].filter((file) => file !== null),
    );
  };

  /** Of today's makers, and whole: whoever throws the folder of what is made away gets it back. */
  const current = async (sha256: string): Promise<Reading | null> => {
    const [row] = await drizzle
      .select()
      .from(reading)
      .where(and(eq(reading.sha256, sha256), eq(reading.maker, currentMaker)));
    if (row === undefined || row.outlineSha256 === null || row.outlineBytes === null) return null;
    for (const file of [row.textSha256, row.outlineSha256, row.servedSha256]) {
      if (file !== null && !(await madeStore.has(file))) return null;
    }
    return {
      reliability: row.reliability,
      text: { sha256: row.textSha256, sizeBytes: row.textBytes },
      outline: { sha256: row.outlineSha256, sizeBytes: row.outlineBytes },
      served:
        row.servedSha256 === null || row.servedBytes === null
          ? null
          : { sha256: row.servedSha256, sizeBytes: row.servedBytes },
    };
  };

  const find: Readings["find"] = async (sha256) => {
    const made = await current(sha256);
    if (made !== null) return made;
    let making = underWay.get(sha256);
    if (making === undefined) {
      making = make(sha256, "now").finally(() => underWay.delete(sha256));
      underWay.set(sha256, making);
    }
    const refusal = await making;
    return refusal === null ? current(sha256) : null;
  };

  return {
    make,
    find,

    async withServed(sha256, use) {
      const found = await find(sha256);
      if (found === null) return null;
      return found.served === null
        ? store.withPath(sha256, use)
        : madeStore.withPath(found.served.sha256, use);
    },

    async readText(sha256) {
      const found = await find(sha256);
      if (found === null) return null;
      const rows = await drizzle
        .select({ content: pageText.content, runs: pageText.runs })
        .from(pageText)
        .where(eq(pageText.sha256, sha256))
        .orderBy(pageText.page);
      return {
        reliability: found.reliability,
        pages: rows.map(({ content, runs }) => ({
          text: content,
          runs: unpackRuns(JSON.parse(runs ?? "[]")),
        })),
      };
    },

    async catchUp() {
      const isCurrent = drizzle
        .select({ one: sql`1` })
        .from(reading)
        .where(and(eq(reading.sha256, documentVersion.sha256), eq(reading.maker, currentMaker)));
      const wanting = await drizzle
        .selectDistinct({ sha256: documentVersion.sha256 })
        .from(documentVersion)
        .where(and(eq(documentVersion.state, "ready"), notExists(isCurrent)));
      for (const { sha256 } of wanting) {
        if (sha256 === null) continue;
        try {
          const refusal = await make(sha256, "later");
          if (refusal !== null) logFailure("a paper could not be read anew", null, { refusal });
        } catch (error) {
          if (error instanceof InspectorStopped) return;
          logFailure("a paper could not be read anew", error, { sha256 });
        }
      }
    },
  };
}

async function record(
  transaction: Transaction,
  sha256: string,
  { texts, reliability }: SoundFinding,
  { text, outline, served }: Omit<Reading, "reliability">,
): Promise<void> {
  const made = {
    maker: currentMaker,
    reliability,
    textSha256: text.sha256,
    textBytes: text.sizeBytes,
    outlineSha256: outline.sha256,
    outlineBytes: outline.sizeBytes,
    servedSha256: served?.sha256 ?? null,
    servedBytes: served?.sizeBytes ?? null,
    madeAt: new Date(),
  };
  await transaction
    .insert(reading)
    .values({ sha256, ...made })
    .onConflictDoUpdate({ target: reading.sha256, set: made });
  await transaction.delete(pageText).where(eq(pageText.sha256, sha256));
  const rows = texts.map((page, index) => ({ sha256, page: index + 1, ...page }));
  await transaction.insert(pageText).values(rows);
  await indexPages(transaction, sha256, rows);
}

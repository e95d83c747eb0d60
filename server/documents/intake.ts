/** From bytes to a version: received, kept, looked into, and settled for good as ready or rejected. */
import { and, eq, inArray, ne, or } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { documentVersion } from "../../db/schema/documents";
import type { IntakeProgress, IntakeRefusal, ReadyVersion } from "../../domain/documents";
import { type MeetingId, type PersonId, VersionId } from "../../domain/ids";
import { logFailure } from "../log";
import type { Conversion } from "./conversion";
import type { FileStore, StoredFile } from "./file-store";
import { InspectorStopped } from "./inspector";
import type { Readings, SoundFinding, Transaction } from "./readings";
import { rejected, type Settled, settledOf, tooLarge, type VersionRow } from "./settled";

export type Upload = {
  versionId: VersionId;
  /** the only meeting whose agenda may take it */
  meetingId: MeetingId;
  /** null: the installer */
  uploadedBy: PersonId | null;
  /** as the uploader's machine calls it; kept in NFC */
  fileName: string;
  grade: string | null;
};

export type Intake = {
  /**
   * Takes an upload to its end. The version is durable when this answers. Rejects when the source breaks off
   * (the row is then rejected as interrupted) and when the server stops during the look (it goes on at next start).
   */
  receive(upload: Upload, source: AsyncIterable<Uint8Array>): Promise<Settled>;
  /** The same for bytes that are at hand; throws when they are refused. Many may run at once. */
  intakeBuffer(upload: Upload, bytes: Uint8Array): Promise<ReadyVersion>;
  /** How an upload ended, as soon as it has; `under_way` when another process works on it, null when there is none. */
  settled(versionId: VersionId): Promise<Settled | "under_way" | null>;
  /** How far it is on its way, where this process knows more than that it is under way. */
  progress(versionId: VersionId): IntakeProgress | null;
  /** Other versions of the same meeting that are the same bytes: the uploader may have taken the wrong file. */
  equalVersions(meetingId: MeetingId, version: ReadyVersion): Promise<VersionId[]>;
  /**
   * Ends what an earlier process left in the middle: what was still arriving is rejected, what had arrived is looked
   * into again. With several nodes it may reject another's arriving upload; its uploader then sends it once more.
   */
  recover(): Promise<void>;
};

type Parts = {
  drizzle: PostgresJsDatabase;
  store: FileStore;
  readings: Readings;
  conversion: Pick<Conversion, "toPdf">;
  limitBytes: number;
  /** told of every new file that was found sound, once it is durable */
  onReady(of: { sha256: string; pages: number }): void;
};

export function openIntake({
  drizzle,
  store,
  readings,
  conversion,
  limitBytes,
  onReady,
}: Parts): Intake {
  /** What is being worked on here, so that a second asker waits for the same end. */
  const underWay = new Map<VersionId, Promise<Settled>>();
  const progress = new Map<VersionId, IntakeProgress>();

  const track = (versionId: VersionId, work: Promise<Settled>): Promise<Settled> => {
    underWay.set(versionId, work);
    const forget = () => {
      underWay.delete(versionId);
      progress.delete(versionId);
    };
    work.then(forget, forget);
    return work;
  };

  async function begin(upload: Upload): Promise<boolean> {
    const inserted = await drizzle
      .insert(documentVersion)
      .values({
        versionId: upload.versionId,
        meetingId: upload.meetingId,
        uploadedBy: upload.uploadedBy,
        fileName: upload.fileName.normalize("NFC"),
        grade: upload.grade,
        state: "uploading",
      })
      .onConflictDoNothing()
      .returning({ versionId: documentVersion.versionId });
    return inserted.length === 1;
  }

  async function take(upload: Upload, source: AsyncIterable<Uint8Array>): Promise<Settled> {
    const put = await store.put(source, limitBytes).catch(async (cause: unknown) => {
      await reject(upload.versionId, "document.upload_interrupted");
      throw new Error("The upload broke off.", { cause });
    });
    if (!put.ok) {
      await reject(upload.versionId, "document.too_large");
      return tooLarge(limitBytes);
    }
    if (put.file.sizeBytes === 0) {
      await reject(upload.versionId, "document.empty_file", put.file.sha256);
      return rejected("document.empty_file");
    }
    const arrived = await drizzle
      .update(documentVersion)
      .set({ state: "checking", ...put.file })
      .where(isIn(upload.versionId, "uploading"))
      .returning({ versionId: documentVersion.versionId });
    // Another process, starting meanwhile, took this upload for one that nobody works on.
    if (arrived.length === 0) return rejected("document.upload_interrupted");
    return look(upload.versionId, put.file, upload.fileName);
  }

  async function look(versionId: VersionId, file: StoredFile, fileName: string): Promise<Settled> {
    if (await copyFinding(versionId, file.sha256)) return requireSettled(versionId);
    if (!(await store.has(file.sha256))) {
      await reject(versionId, "document.upload_interrupted", file.sha256);
      return requireSettled(versionId);
    }
    const paper = await conversion.toPdf(file, fileName, (step) => progress.set(versionId, step));
    if (paper.is === "refused") {
      await reject(versionId, paper.reason, file.sha256);
      return requireSettled(versionId);
    }
    if (paper.is === "converted") await putBeside(versionId, file, paper);
    const { sha256 } = paper.is === "converted" ? paper.pdf : file;
    const refusal = await readings.make(sha256, "now", (transaction, finding) =>
      accept(transaction, versionId, finding),
    );
    if (refusal !== null) await reject(versionId, refusal, sha256, file.sha256);
    const settled = await requireSettled(versionId);
    if (settled.ok) onReady(settled.version);
    return settled;
  }

  /** From here on the version is the paper that is read; what was uploaded is kept beside it. */
  async function putBeside(
    versionId: VersionId,
    upload: StoredFile,
    { pdf, mediaType }: { pdf: StoredFile; mediaType: string },
  ): Promise<void> {
    await drizzle
      .update(documentVersion)
      .set({
        ...pdf,
        sourceSha256: upload.sha256,
        sourceBytes: upload.sizeBytes,
        sourceType: mediaType,
      })
      .where(isIn(versionId, "checking"));
  }

  /** Equal bytes were found sound before: what was found then holds now. */
  async function copyFinding(versionId: VersionId, sha256: string): Promise<boolean> {
    const [known] = await drizzle
      .select({
        sha256: documentVersion.sha256,
        sizeBytes: documentVersion.sizeBytes,
        sourceSha256: documentVersion.sourceSha256,
        sourceBytes: documentVersion.sourceBytes,
        sourceType: documentVersion.sourceType,
        pages: documentVersion.pages,
        pageRuns: documentVersion.pageRuns,
        flags: documentVersion.flags,
      })
      .from(documentVersion)
      .where(
        and(
          or(eq(documentVersion.sha256, sha256), eq(documentVersion.sourceSha256, sha256)),
          eq(documentVersion.state, "ready"),
        ),
      )
      .limit(1);
    if (known === undefined) return false;
    // Somebody else's office file stays theirs, also when this is the very PDF that was made of it.
    const { sourceSha256, sourceBytes, sourceType, ...found } = known;
    const source = sourceSha256 === sha256 ? { sourceSha256, sourceBytes, sourceType } : {};
    await settle(versionId, { state: "ready", ...found, ...source });
    return true;
  }

  async function accept(
    transaction: Transaction,
    versionId: VersionId,
    { pages, pageRuns, flags }: SoundFinding,
  ): Promise<void> {
    await transaction
      .update(documentVersion)
      .set({ state: "ready", pages, pageRuns, flags, settledAt: new Date() })
      .where(isIn(versionId, "checking"));
  }

  async function reject(
    versionId: VersionId,
    rejectedFor: IntakeRefusal,
    ...files: string[]
  ): Promise<void> {
    await settle(versionId, { state: "rejected", rejectedFor });
    for (const sha256 of new Set(files)) await dropUnlessShared(sha256);
  }

  async function dropUnlessShared(sha256: string): Promise<void> {
    const sharers = await drizzle
      .select({ versionId: documentVersion.versionId })
      .from(documentVersion)
      .where(
        and(
          or(eq(documentVersion.sha256, sha256), eq(documentVersion.sourceSha256, sha256)),
          inArray(documentVersion.state, ["checking", "ready"]),
        ),
      )
      .limit(1);
    if (sharers.length === 0) await store.remove(sha256);
  }

  async function settle(
    versionId: VersionId,
    end: Partial<typeof documentVersion.$inferInsert>,
  ): Promise<void> {
    await drizzle
      .update(documentVersion)
      .set({ ...end, settledAt: new Date() })
      .where(isIn(versionId, "uploading", "checking"));
  }

  async function readSettled(versionId: VersionId): Promise<Settled | "under_way" | null> {
    const [row] = await drizzle
      .select()
      .from(documentVersion)
      .where(eq(documentVersion.versionId, versionId));
    return row === undefined ? null : settledOf(row, limitBytes);
  }

  async function requireSettled(versionId: VersionId): Promise<Settled> {
    const settled = await readSettled(versionId);
    if (settled === null || settled === "under_way") {
      throw new Error("An upload ended without an end.");
    }
    return settled;
  }

  const receive: Intake["receive"] = async (upload, source) => {
    if (!(await begin(upload))) return rejected("document.version_exists");
    return track(upload.versionId, take(upload, source));
  };

  return {
    receive,

    async intakeBuffer(upload, bytes) {
      const settled = await receive(upload, once(bytes));
      if (settled.ok) return settled.version;
      throw new Error(`"${upload.fileName}" was refused: ${settled.refusal.code}`);
    },

    progress: (versionId) => progress.get(versionId) ?? null,

    settled: (versionId) => underWay.get(versionId) ?? readSettled(versionId),

    async equalVersions(meetingId, { versionId, sha256 }) {
      const rows = await drizzle
        .select({ versionId: documentVersion.versionId })
        .from(documentVersion)
        .where(
          and(
            eq(documentVersion.meetingId, meetingId),
            eq(documentVersion.sha256, sha256),
            eq(documentVersion.state, "ready"),
            ne(documentVersion.versionId, versionId),
          ),
        );
      return rows.map((row) => VersionId.parse(row.versionId));
    },

    async recover() {
      await store.dropUnfinished();
      await drizzle
        .update(documentVersion)
        .set({
          state: "rejected",
          rejectedFor: "document.upload_interrupted" satisfies IntakeRefusal,
          settledAt: new Date(),
        })
        .where(eq(documentVersion.state, "uploading"));
      const arrived = await drizzle
        .select({
          versionId: documentVersion.versionId,
          sha256: documentVersion.sha256,
          sizeBytes: documentVersion.sizeBytes,
          fileName: documentVersion.fileName,
        })
        .from(documentVersion)
        .where(eq(documentVersion.state, "checking"));
      for (const { versionId, sha256, sizeBytes, fileName } of arrived) {
        if (sha256 === null || sizeBytes === null) continue;
        const id = VersionId.parse(versionId);
        track(id, look(id, { sha256, sizeBytes }, fileName)).catch((error: unknown) => {
          if (!(error instanceof InspectorStopped)) {
            logFailure("an upload could not be looked into again", error, { versionId });
          }
        });
      }
    },
  };
}

function isIn(versionId: VersionId, ...states: VersionRow["state"][]) {
  return and(eq(documentVersion.versionId, versionId), inArray(documentVersion.state, states));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The face of the noun `documents`: bytes in, versions out, bytes served. */
import path from "node:path";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import express, { type RequestHandler } from "express";
import { logFailure } from "../log";
import { type Conversion, openConversion } from "./conversion";
import { openDirectoryStore } from "./directory-store";
import { documentsDoor } from "./documents-door";
import type { FileStore } from "./file-store";
import { openInspector } from "./inspector";
import { type Intake, openIntake } from "./intake";
import type { Bounds } from "./office/bounded-run";
import type { OfficeEngine } from "./office/engine";
import { openOfficeConverter } from "./office/office-converter";
import { openPictures, type Pictures } from "./pictures";
import { openReadings, type Readings } from "./readings";
import { uploadsDoor } from "./uploads-door";

export { disposition } from "./disposition";
export type { FileStore } from "./file-store";
export type { Intake, Upload } from "./intake";
export { findOffice } from "./office/find-office";
export type { Readings } from "./readings";
export { documentReader, type ReadDocument, type ServedDocument, type SightOn } from "./reads";
export { findReadyVersions } from "./ready-versions";

/** Both doors of papers at their addresses; mounted after the session is read. */
export function documentDoors(
  parts: Parameters<typeof documentsDoor>[0] & Parameters<typeof uploadsDoor>[0],
): RequestHandler {
  const router = express.Router();
  router.use("/documents", documentsDoor(parts));
  router.use("/uploads", uploadsDoor(parts));
  return router;
}

export type Documents = {
  store: FileStore;
  madeStore: FileStore;
  intake: Intake;
  readings: Readings;
  pictures: Pictures;
  conversion: Conversion;
  stop(): Promise<void>;
};

/** Opens the store and the intake, and takes up what an earlier process left in the middle. */
export async function openDocuments(parts: {
  drizzle: PostgresJsDatabase;
  dataDir: string;
  maxDocumentBytes: number;
  /** the LibreOffice of this machine (find-office.ts) and what a run of it may take; null: office files are refused */
  office?: { engine: OfficeEngine; bounds: Bounds } | null;
}): Promise<Documents> {
  const store = openDirectoryStore(path.join(parts.dataDir, "documents"));
  const madeStore = openDirectoryStore(path.join(parts.dataDir, "readings"));
  await madeStore.dropUnfinished();
  const inspector = openInspector();
  const { drizzle } = parts;
  const readings = openReadings({ drizzle, store, madeStore, inspector });
  const pictures = openPictures({ drizzle, readings, madeStore, inspector });
  const office = parts.office
    ? openOfficeConverter(parts.office.engine, parts.office.bounds)
    : null;
  const conversion = openConversion({ store, inspector, office });
  const intake = openIntake({
    drizzle,
    store,
    readings,
    conversion,
    limitBytes: parts.maxDocumentBytes,
    onReady: pictures.prepare,
  });
  await intake.recover();
  const catchingUp = readings
    .catchUp()
    .then(() => pictures.catchUp())
    .catch((error: unknown) => logFailure("older papers could not be read anew", error));
  return {
    store,
    madeStore,
    intake,
    readings,
    pictures,
    conversion,
    async stop() {
      await Promise.all([inspector.stop(), office?.stop()]);
      await catchingUp;
      await pictures.stop();
    },
  };
}

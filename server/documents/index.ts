/** The face of the noun `documents`: bytes in, versions out, bytes served. */
import path from "node:path";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import express, { type RequestHandler } from "express";
import { openDirectoryStore } from "./directory-store";
import { documentsDoor } from "./documents-door";
import type { FileStore } from "./file-store";
import { openInspector } from "./inspector";
import { type Intake, openIntake } from "./intake";
import { uploadsDoor } from "./uploads-door";

export type { FileStore } from "./file-store";
export type { Intake, Upload } from "./intake";
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

export type Documents = { store: FileStore; intake: Intake; stop(): Promise<void> };

/** Opens the store and the intake, and takes up what an earlier process left in the middle. */
export async function openDocuments(parts: {
  drizzle: PostgresJsDatabase;
  dataDir: string;
  maxDocumentBytes: number;
}): Promise<Documents> {
  const store = openDirectoryStore(path.join(parts.dataDir, "documents"));
  const inspector = openInspector();
  const intake = openIntake({
    drizzle: parts.drizzle,
    store,
    inspector,
    limitBytes: parts.maxDocumentBytes,
  });
  await intake.recover();
  return { store, intake, stop: () => inspector.stop() };
}

/** Before the tests: what the server runs as processes of their own is bundled once, from the sources as they are now. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { bundleOwnProcesses } from "../../tools/build.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** where the bundles lie */
    ownProcesses: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cache = path.resolve(import.meta.dirname, "../../.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "own-processes-"));
  await bundleOwnProcesses(folder);
  project.provide("ownProcesses", folder);
  return () => rm(folder, { recursive: true, force: true });
}

/**
 * Mends the dependencies that have a known defect (`patches/`, docs/decisions/0021). npm runs it after an
 * installation; where install scripts are blocked, the start does, so it is run again and again.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Applies what is not applied yet; throws with the tool's own words when a patch no longer fits. */
export function ensurePatched() {
  const tool = path.join(root, "node_modules/patch-package/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, "--error-on-fail"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The patches of patches/ do not fit:\n${stdout}${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePatched();

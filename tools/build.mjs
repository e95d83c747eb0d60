/** Builds what `npm start` runs: the pages (`build/client`, `build/server`) and the server as one file (`build/server.js`). */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stampFile = path.join(root, "build/.sources");
const lockFile = path.join(root, ".cache/build.lock");

/** Everything the build is made from. */
const sourceFolders = ["app", "db", "domain", "public", "server"];
const sourceFiles = ["package-lock.json", "tools/build.mjs", "vite.config.ts"];

/** Files that run as a process or a thread of their own get a bundle of their own, beside `server.js`. */
const ownProcess = /-(process|worker)\.ts$/;

/** Builds unless the last build was made from exactly these sources. */
export async function ensureBuilt() {
  if (readOrNull(stampFile) === stampOfSources()) return;
  const release = await takeLock();
  try {
    const stamp = stampOfSources();
    // Another process may have built while this one waited.
    if (readOrNull(stampFile) === stamp) return;
    const started = Date.now();
    console.info("Building …");
    rmSync(stampFile, { force: true });
    // One after the other: Remix empties the whole folder first.
    await buildPages();
    await buildServiceWorker();
    await buildServer();
    await compressPages();
    writeFileSync(stampFile, stamp);
    console.info(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } finally {
    release();
  }
}

/** Remix's own build, quiet unless it fails. */
function buildPages() {
  const remix = path.join(root, "node_modules/@remix-run/dev/dist/cli.js");
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const build = spawn(process.execPath, [remix, "vite:build", "--logLevel", "error"], {
        cwd: root,
        env: { ...process.env, NODE_ENV: "production" },
        stdio: ["ignore", "inherit", "inherit"],
      });
      build.once("error", reject);
      build.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`The build of the pages ended with ${code}.`));
      });
    })
  );
}

/**
 * A tablet's first load counts compressed bytes; compressed once here, not for every reader. Fonts and
 * pictures are compressed in themselves.
 */
async function compressPages() {
  const client = path.join(root, "build/client");
  const files = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(?:m?js|css|svg|json|bcmap)$/.test(file),
  );
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(path.join(client, file));
      // below this the answer's head outweighs what is saved
      if (bytes.length < 1_024) return;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
      writeFileSync(path.join(client, `${file}.br`), await brotli(bytes, quality));
      writeFileSync(path.join(client, `${file}.gz`), await gzipped(bytes));
    }),
  );
}

/** The service worker is a script of its own; it is told what there is to keep: everything the pages may ask for. */
async function buildServiceWorker() {
  const { build } = await import("esbuild");
  const assets = path.join(root, "build/client/assets");
  const files = readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => path.relative(assets, path.join(entry.parentPath, entry.name)))
    .map((file) => `/assets/${file.split(path.sep).join("/")}`)
    .sort();
  const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  await build({
    absWorkingDir: root,
    entryPoints: ["app/offline/service-worker.ts"],
    outfile: "build/client/service-worker.js",
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { BUILD: JSON.stringify({ version, files }) },
    logLevel: "warning",
  });
}

async function buildServer() {
  await bundle("build", [{ in: "server/main.ts", out: "server" }, ...ownProcesses()]);
}

/**
 * Only what runs as a process of its own, for tests, which start the server itself from its source.
 * @param {string} outdir within the project, where packages are found
 */
export async function bundleOwnProcesses(outdir) {
  await bundle(outdir, ownProcesses());
}

const ownProcesses = () =>
  filesUnder("server")
    .filter((file) => ownProcess.test(file))
    .map((file) => ({ in: file, out: path.basename(file, ".ts") }));

/** @param {string} outdir @param {{ in: string, out: string }[]} entryPoints */
async function bundle(outdir, entryPoints) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    // What is imported when needed stays apart; all lies flat in one folder, so paths beside a file keep their meaning.
    splitting: true,
    sourcemap: true,
    logLevel: "warning",
    banner: {
      js: 'process.env.NODE_ENV ??= "production";process.setSourceMapsEnabled(true);',
    },
  });
}

/** Names, sizes and times of all sources: notices an edit or a checkout within milliseconds. */
function stampOfSources() {
  const hash = createHash("sha256");
  for (const file of [...sourceFolders.flatMap(filesUnder), ...sourceFiles]) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} paths from the root, sorted */
function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Two builds into one folder would mix; the second waits and then finds the work done. */
async function takeLock() {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      return () => rmSync(lockFile, { force: true });
    } catch (error) {
      if (!hasCode(error, "EEXIST")) throw error;
    }
    const holder = Number(readOrNull(lockFile));
    if (holder > 0 && !isAlive(holder)) rmSync(lockFile, { force: true });
    else await pause(100);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}

/** @param {string} file */
function readOrNull(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();

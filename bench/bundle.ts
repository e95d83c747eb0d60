/**
 * The processes of a bench run as the product does: bundled, without a loader. One that transforms sources as it goes
 * (tsx) names every closure anew each time it is made, and took a twentieth of the time of a vote.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const root = process.cwd();
const folder = path.join(root, "build", "bench");
const made = new Set<string>();

/** The JavaScript of bench/processes/<name>.ts, made once by whoever runs the bench. */
export function bundled(name: string): string {
  if (!made.has(name)) {
    // asked for here: the processes themselves never bundle anything
    const esbuild: typeof import("esbuild") = createRequire(import.meta.url)("esbuild");
    esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: [`bench/processes/${name}.ts`, ...ownProcesses()],
      // as deep below the root as the sources, and flat, so that paths beside a file keep their meaning
      outdir: folder,
      entryNames: "[name]",
      bundle: true,
      packages: "external",
      platform: "node",
      target: "node20",
      format: "esm",
      sourcemap: true,
      logLevel: "warning",
    });
    made.add(name);
  }
  return path.join(folder, `${name}.js`);
}

/** Of the server; it looks for them beside itself. */
function ownProcesses(): string[] {
  return readdirSync(path.join(root, "server"), { recursive: true, encoding: "utf8" })
    .filter((file) => /-(process|worker)\.ts$/.test(file))
    .map((file) => path.join("server", file));
}

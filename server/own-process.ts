import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

export type OwnProcess = {
  file: string;
  /** Node options that the file needs: from its source it runs under tsx, from the build it is plain JavaScript. */
  execArgv: string[];
};

let bundles: string | null = null;

/**
 * From now on they run from the bundles in this folder, not from their sources: tests start hundreds, and tsx takes three
 * times as long to start as most of them work.
 */
export function startOwnProcessesFrom(folder: string): void {
  bundles = folder;
}

/**
 * Where a file lies that runs as a process or a thread of its own: beside the asking source in development,
 * beside the one-file server in the build. Its name ends in `-process` or `-worker`, so that the build sees it.
 */
export function ownProcess(
  askingUrl: string,
  name: `${string}-${"process" | "worker"}`,
): OwnProcess {
  const beside = bundles === null ? askingUrl : pathToFileURL(`${bundles}/`);
  const built = fileURLToPath(new URL(`./${name}.js`, beside));
  if (existsSync(built)) return { file: built, execArgv: [] };
  return {
    file: fileURLToPath(new URL(`./${name}.ts`, askingUrl)),
    execArgv: ["--import", "tsx"],
  };
}

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type OwnProcess = {
  file: string;
  /** Node options that the file needs: from its source it runs under tsx, from the build it is plain JavaScript. */
  execArgv: string[];
};

/**
 * Where a file lies that runs as a process or a thread of its own: beside the asking source in development and in
 * tests, beside the one-file server in the build. Its name ends in `-process` or `-worker`, so that the build sees it.
 */
export function ownProcess(
  askingUrl: string,
  name: `${string}-${"process" | "worker"}`,
): OwnProcess {
  const built = fileURLToPath(new URL(`./${name}.js`, askingUrl));
  if (existsSync(built)) return { file: built, execArgv: [] };
  return {
    file: fileURLToPath(new URL(`./${name}.ts`, askingUrl)),
    execArgv: ["--import", "tsx"],
  };
}

/** A long file has more than one reason to change. No list of exceptions, tests included. */
import { readFile } from "node:fs/promises";
import { sourceFiles } from "./source-files";

const warnAbove = 300;
const failAbove = 500;

export async function checkSizes(): Promise<{ ok: boolean; output: string }> {
  const files = await sourceFiles(".", [".ts", ".tsx", ".mjs", ".cjs", ".css"]);
  const sizes = await Promise.all(
    files.map(async (file) => ({
      file,
      lines: (await readFile(file, "utf8")).split("\n").length - 1,
    })),
  );
  const long = sizes.filter(({ lines }) => lines > warnAbove).sort((a, b) => b.lines - a.lines);
  const output = long.map(({ file, lines }) =>
    lines > failAbove
      ? `error: ${file} has ${lines} lines, the limit is ${failAbove}`
      : `warning: ${file} has ${lines} lines, above ${warnAbove} it should be divided`,
  );
  return { ok: long.every(({ lines }) => lines <= failAbove), output: output.join("\n") };
}

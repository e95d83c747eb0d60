/** qpdf in WebAssembly, for one file at a time: it reads and writes files of its own memory and reaches nothing else. */
import { createRequire } from "node:module";
import path from "node:path";

/** The package's types leave out what Emscripten gives every program. */
type Instance = {
  callMain(args: string[]): number;
  FS: {
    writeFile(path: string, bytes: Uint8Array | string): void;
    readFile(path: string): Uint8Array;
    unlink(path: string): void;
  };
};
type Create = (options: { locateFile(): string }) => Promise<Instance>;

/** 3: done, with warnings about what had to be mended. */
const done = [0, 3];

export type Qpdf = {
  /** Whether it did what the arguments say. */
  run(...args: string[]): boolean;
  files: Instance["FS"];
};

/** A new one for each file: its memory is gone with it. */
export async function openQpdf(): Promise<Qpdf> {
  const require = createRequire(import.meta.url);
  const library = require.resolve("@neslinesli93/qpdf-wasm");
  const create = require(library) as Create;
  const instance = await create({
    locateFile: () => path.join(path.dirname(library), "qpdf.wasm"),
  });
  return { run: (...args) => done.includes(instance.callMain(args)), files: instance.FS };
}

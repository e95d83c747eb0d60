/** The LibreOffice that comes with the product, compiled to WebAssembly: an optional dependency, 243 MB. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ownProcess } from "../../own-process";
import type { OfficeEngine } from "./engine";

/** Null where it was not installed (`npm ci --omit=optional`). */
export function findWasmOffice(): OfficeEngine | null {
  const wasm = findWasmFolder();
  return wasm === null ? null : wasmOffice(wasm);
}

function findWasmFolder(): string | null {
  try {
    const { resolve } = createRequire(import.meta.url);
    const description = resolve("@matbee/libreoffice-converter/package.json");
    const folder = path.join(path.dirname(description), "wasm");
    return existsSync(path.join(folder, "soffice.wasm")) ? folder : null;
  } catch {
    // It is optional.
    return null;
  }
}

const wasmOffice = (wasm: string): OfficeEngine => ({
  prepare({ file, extension, folder, bounds }) {
    const made = path.join(folder, "paper.pdf");
    const { file: own, execArgv } = ownProcess(import.meta.url, "wasm-office-process");
    const order = JSON.stringify({ wasm, file, extension, made, heapMb: bounds.residentMb });
    return {
      command: {
        program: process.execPath,
        // One paper is over before optimising 147 MB of code would pay.
        given: ["--liftoff", "--no-wasm-tier-up", ...execArgv, own, order],
        startIn: process.cwd(),
      },
      made,
    };
  },
});

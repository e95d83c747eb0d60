/** Which LibreOffice this machine has: an installed one, which is faster, before the one that comes with the product. */
import { accessSync, constants } from "node:fs";
import path from "node:path";
import type { OfficeEngine } from "./engine";
import { soffice } from "./soffice";
import { findWasmOffice } from "./wasm-office";

/** Null: there is none, and office files are refused. */
export function findOffice(program: string | null): OfficeEngine | null {
  return program === null ? findWasmOffice() : soffice(program);
}

const names = ["soffice", "libreoffice"];

/** The program at the given path, or the one that the search path finds; null: there is none. */
export function findSoffice(given: string | null, searchPath: string): string | null {
  const places = searchPath.split(path.delimiter).filter((place) => place !== "");
  const candidates =
    given === null
      ? places.flatMap((place) => names.map((name) => path.join(place, name)))
      : [given];
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the office program of this machine lies. */
import { accessSync, constants } from "node:fs";
import path from "node:path";

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

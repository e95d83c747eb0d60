/** Identifiers of the demonstration: the same in every installation, so that the seed can be taken up again. */
import { createHash } from "node:crypto";

/** A UUID (version 8, made from a name). */
export function demoId(kind: string, key: string): string {
  const hex = createHash("sha256").update(`e-cabinet demo/${kind}/${key}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** Range requests (RFC 9110 §14), as far as a reader of one file needs them. */
import type { ByteRange } from "./file-store";

/**
 * The part that a `Range` header asks for. `whole`: no range, several ranges or another unit, all of which may be
 * answered with the whole file; `unsatisfiable`: it begins behind the end.
 */
export function rangeOf(
  header: string | undefined,
  sizeBytes: number,
): ByteRange | "whole" | "unsatisfiable" {
  const match = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null) return "whole";
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return "whole";
  const last = sizeBytes - 1;
  if (from === "") {
    const tail = Number(to);
    return tail === 0 ? "unsatisfiable" : { first: Math.max(0, sizeBytes - tail), last };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "whole";
  if (first > last) return "unsatisfiable";
  return { first, last: to === "" ? last : Math.min(Number(to), last) };
}

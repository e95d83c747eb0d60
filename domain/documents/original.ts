/** DO9: who gets a file as it was uploaded, and not only what is served for reading. */
import type { ReadyVersion } from "./paper";

/**
 * For those who may see the version. What acts by itself is handed out to the office alone, which has to judge it;
 * everybody else reads the same pages without it. An office file may hold more than its pages show (changes, comments,
 * hidden sheets), so that it is the office's too.
 */
export function mayTakeOriginal(
  { flags, isConverted }: Pick<ReadyVersion, "flags"> & { isConverted: boolean },
  isOffice: boolean,
): boolean {
  return isOffice || (flags.length === 0 && !isConverted);
}

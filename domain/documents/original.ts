/** DO9: who gets a file as it was uploaded, and not only what is served for reading. */
import type { ReadyVersion } from "./paper";

/**
 * For those who may see the version. What acts by itself is handed out to the office alone, which has to judge it;
 * everybody else reads the same pages without it.
 */
export function mayTakeOriginal(
  { flags }: Pick<ReadyVersion, "flags">,
  isOffice: boolean,
): boolean {
  return isOffice || flags.length === 0;
}

/** Everything that is added to the reader, in the order in which it is drawn. */
import type { ReaderExtra } from "../reader/reader-context";

export const readerExtras: readonly ReaderExtra[] = [];

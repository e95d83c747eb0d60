/** Everything that is added to the reader, in the order in which it is drawn. */
import { changesExtra } from "../changes/changes-extra";
import { exportsExtra } from "../exports/exports-extra";
import { handoversExtra } from "../handovers";
import { marksExtra } from "../marks/marks-extra";
import { marksSync } from "../marks/sync/marks-provider";
import type { ReaderExtra } from "../reader/reader-context";
import { searchExtra } from "../search";

export const readerExtras: readonly ReaderExtra[] = [
  marksSync,
  changesExtra,
  marksExtra,
  searchExtra,
  exportsExtra,
  handoversExtra,
];

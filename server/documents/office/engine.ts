/** A LibreOffice that makes PDF of a file, in whatever way this machine has one. */
import type { Bounds, Command } from "./bounded-run";

/** `made`: where it will leave the PDF, in the folder */
type Ready = { command: Command; made: string };

export type OfficeEngine = {
  /** Lays ready what it needs in the folder, which is empty and its own, and says how it is started. */
  prepare(of: {
    file: string;
    extension: string;
    folder: string;
    bounds: Bounds;
  }): Ready | Promise<Ready>;
};

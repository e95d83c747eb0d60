/** What the page and the thread that reads a version's text say to each other. */
import type { VersionText } from "../../domain/documents";

export type ToTextReader = { reading: number; bytes: ArrayBuffer };

export type FromTextReader =
  /** some pages on; the page takes each handful in a moment of its own */
  | { reading: number; type: "pages"; pages: VersionText["pages"] }
  | { reading: number; type: "whole"; reliability: VersionText["reliability"] }
  | { reading: number; type: "unreadable" };

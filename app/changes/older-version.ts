import type { FileHolding } from "../reader/reader-context";

/** The version that the newest is compared with. */
export type OlderVersion = FileHolding["earlier"][number];

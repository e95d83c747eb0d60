/** Column types that several tables share. */
import { customType, timestamp } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** An instant to the millisecond, as the ISO text it is everywhere else in the product. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: "string" });

/** Words for full-text search. Written by SQL alone, and never read back. */
export const tsvector = customType<{ data: never }>({ dataType: () => "tsvector" });

/** That the demonstration was seeded, and from which day its dates are counted: one row at most. */
import { sql } from "drizzle-orm";
import { boolean, check, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns";

export const demoSeed = pgTable(
  "demo_seed",
  {
    only: boolean("only").primaryKey().default(true),
    beganAt: instant("began_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [check("demo_seed_only", sql`${table.only}`)],
);

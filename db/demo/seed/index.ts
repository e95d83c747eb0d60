/**
 * Seeds the demonstration by commands through the one door, once per database. A run that was cut off is
 * taken up again: the day it began is kept, ids are made from names, and the door answers a repeated
 * command with its first answer.
 */
import type { Sql } from "postgres";
import { type DemoAccount, demoAccounts } from "../people";
import { foundGovernment, foundProvince } from "./bodies";
import { seedDecember } from "./december";
import { seedNovember } from "./november";
import { seedOctober } from "./october";
import { draftForMinister } from "./office";
import { type IntakeTools, takeInPapers } from "./papers";
import { seedProvince } from "./province";
import type { Execute } from "./script";
import { timelineFrom } from "./timeline";

export type SeedTools = {
  sql: Sql;
  now: Date;
  /** the one door, with the seeding clock */
  execute: Execute;
  accounts: {
    createAccount(account: DemoAccount): Promise<{ ok: true } | { ok: false; code: string }>;
  };
  intake: IntakeTools;
};

/** Whether this database holds the whole demonstration. */
export async function isDemoSeeded(sql: Sql): Promise<boolean> {
  const rows = await sql`select from demo_seed where finished_at is not null`;
  return rows.length === 1;
}

/** Does nothing where it was done before; takes about ten seconds otherwise. */
export async function seedDemo({ sql, now, execute, accounts, intake }: SeedTools): Promise<void> {
  if (await isDemoSeeded(sql)) return;
  const began = await beganAt(sql, now);
  const time = timelineFrom(began);
  const papers = takeInPapers(intake);
  // looked at below; without this a failure of the accounts would leave the papers' failure unheard
  papers.catch(() => undefined);
  for (const account of demoAccounts) {
    const made = await accounts.createAccount(account);
    // an earlier run that was cut off has made it
    if (!made.ok && made.code !== "user_name_taken" && made.code !== "person_exists") {
      throw new Error(`The demo account of ${account.name} was refused: ${made.code}`);
    }
  }
  await foundGovernment(execute, time.at(-300, "09:00"));
  await foundProvince(execute, time.at(-300, "09:30"));
  const versions = await papers;
  const told = await Promise.allSettled([
    seedOctober(execute, versions, time),
    seedNovember(execute, versions, time),
    seedDecember(execute, versions, time),
    seedProvince(execute, versions, time),
  ]);
  for (const story of told) if (story.status === "rejected") throw story.reason;
  await draftForMinister(sql, versions, time);
  await sql`update demo_seed set finished_at = now()`;
}

async function beganAt(sql: Sql, now: Date): Promise<Date> {
  await sql`insert into demo_seed (began_at) values (${now}) on conflict do nothing`;
  const [row] = await sql<{ began_at: Date }[]>`select began_at from demo_seed`;
  if (row === undefined) throw new Error("the seed's beginning was not kept");
  return row.began_at;
}

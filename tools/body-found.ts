/**
 * `npm run body:found -- plan.json`: founds a body with its rules, agencies, members and office, and makes
 * an account for everybody in it (docs/operations.md shows a plan). Run again after a failure, it goes on
 * where it stopped. One-time passwords are printed once, one line a person.
 */
import { readFile } from "node:fs/promises";
import { openDatabase } from "../db";
import { marksHistoryDaysOf } from "../domain/bodies";
import { FoundingPlan, foundBody, rulesIn } from "../server/bodies/founding";
import { readConfig } from "../server/config";
import { openCabinet } from "../server/open-cabinet";
import { openAccounts, openPasswords } from "../server/people";

async function main(file: string | undefined): Promise<string | null> {
  if (file === undefined) return "Name the plan: npm run body:found -- plan.json";
  const plan = FoundingPlan.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!plan.success) {
    const lines = plan.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    return `The plan is not usable:\n${lines.join("\n")}`;
  }
  const config = readConfig(process.env);
  const database = await openDatabase({ ...config, besideServer: true });
  try {
    await database.migrate();
    const { door } = openCabinet(database, config);
    const founded = await foundBody(
      {
        execute: (input, actor) => door.execute(input, actor),
        accounts: openAccounts(database, openPasswords()),
        onAccount: ({ userName, name, password }) =>
          console.info(`${userName}\t${password}\t${name}`),
      },
      plan.data,
    );
    await door.stop();
    if (!founded.ok)
      return `Refused at "${founded.at}": ${founded.code}. Mend the plan and run it again.`;
    const { name, members } = plan.data;
    const days = marksHistoryDaysOf(rulesIn(plan.data));
    console.info(
      `${name.vi} is founded: ${members.length} members. What is written as marks is kept for ${days} days.`,
    );
    return null;
  } finally {
    await database.close();
  }
}

const complaint = await main(process.argv[2]);
if (complaint !== null) {
  console.error(complaint);
  process.exitCode = 1;
}

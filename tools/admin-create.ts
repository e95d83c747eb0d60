/**
 * `npm run admin:create`: makes an administrator, the first one above all. Asks for what is not given:
 *   npm run admin:create -- --name "Nông Văn Kỹ" --user-name ky.nv
 * The password comes from ADMIN_PASSWORD; without it one is drawn and printed, once.
 */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { openDatabase } from "../db";
import { PersonId } from "../domain/ids";
import { readConfig } from "../server/config";
import {
  NewPassword,
  oneTimePassword,
  openAccounts,
  openPasswords,
  UserName,
} from "../server/people";

const refusals = {
  person_exists: "That person already has an account.",
  user_name_taken: "That user name is taken.",
  user_name_malformed: userNameHelp(),
};

async function main(): Promise<string | null> {
  const { values } = parseArgs({
    options: { name: { type: "string" }, "user-name": { type: "string" } },
  });
  const name = (values.name ?? (await ask("Name, as it is shown: "))).trim();
  const userName = values["user-name"] ?? (await ask("User name: "));
  if (name === "") return "A name is needed (--name).";
  if (!UserName.safeParse(userName).success) return userNameHelp();
  const given = process.env.ADMIN_PASSWORD;
  if (given !== undefined && !NewPassword.safeParse(given).success) {
    return "ADMIN_PASSWORD must have 12 to 200 characters.";
  }
  const password = given ?? oneTimePassword();

  const database = await openDatabase({ ...readConfig(process.env), besideServer: true });
  try {
    await database.migrate();
    const accounts = openAccounts(database, openPasswords());
    const made = await accounts.createAccount({
      personId: PersonId.parse(randomUUID()),
      name,
      userName,
      password,
      administrator: true,
      demo: false,
    });
    if (!made.ok) return refusals[made.code];
  } finally {
    await database.close();
  }
  console.info(
    `${name} can sign in as "${userName.trim().toLowerCase()}" and administers this installation.`,
  );
  if (given === undefined) {
    console.info(`Password, shown this once; change it on the account page: ${password}`);
  }
  return null;
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return "";
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

function userNameHelp(): string {
  return "A user name has 2 to 63 letters a–z, digits, dots, hyphens or underscores (--user-name).";
}

const complaint = await main();
if (complaint !== null) {
  console.error(complaint);
  process.exitCode = 1;
}

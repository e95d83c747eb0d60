/**
 * Founding a body from a plan: its rules, agencies, members and office, with an account for each person.
 * Everything goes through the one door as the installer. What is founded has its ids from the plan's own
 * words, so a founding that broke off is carried on by running it again, and one that is done changes
 * nothing.
 */
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { BodyRules, GrantableRole, presets } from "../../domain/bodies";
import { PersonId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import { bilingual, Day, text } from "../../domain/text";
import { type Accounts, oneTimePassword } from "../people";

const Who = { userName: text(63).toLowerCase(), name: text(120) } as const;
const presetNames = Object.keys(presets) as (keyof typeof presets)[];

/** What the file holds; members stand in protocol order. */
export const FoundingPlan = z.strictObject({
  name: bilingual(200),
  timeZone: text(60),
  /** the first day of all terms */
  from: Day,
  /** one of the presets by name, or rules in full */
  rules: z.union([z.enum(presetNames), BodyRules]),
  agencies: z
    .array(
      z.strictObject({
        code: text(20),
        name: bilingual(200),
        kind: z.enum(["ministry", "province", "office", "department", "other"]),
      }),
    )
    .max(500),
  members: z
    .array(
      z.strictObject({
        ...Who,
        title: bilingual(200),
        role: z.enum(["chair", "vice_chair", "member"]),
        agency: text(20).nullable(),
        votingRight: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(2_000),
  office: z.array(z.strictObject({ ...Who, title: bilingual(200), role: GrantableRole })).max(500),
  /** people with no function in the body who may be invited */
  guests: z.array(z.strictObject(Who)).max(2_000).default([]),
});
export type FoundingPlan = z.infer<typeof FoundingPlan>;

export type FoundingParts = {
  execute(input: unknown, actor: Actor): Promise<Answer>;
  accounts: Pick<Accounts, "createAccount" | "credentials">;
  /** told as soon as the account is there: the password is known to nobody else, and only now */
  onAccount(made: { userName: string; name: string; password: string }): void;
};

export type Founded = { ok: true } | { ok: false; at: string; code: string };

/** Refusals that say: it is there already, from an earlier run. */
const thereAlready: readonly string[] = [
  "body.exists",
  "agency.exists",
  "membership.exists",
  "role.exists",
];

const installer: Actor = { kind: "system", name: "installer" };

/** A UUID that the same words always give (RFC 9562, version 8). */
function idOf(...words: readonly string[]): string {
  const hex = createHash("sha256").update(words.join("\n")).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

export const rulesIn = ({ rules }: FoundingPlan): BodyRules =>
  typeof rules === "string" ? presets[rules] : rules;

/** Carries the plan out; the first refusal ends it, with what it was about. */
export async function foundBody(parts: FoundingParts, plan: FoundingPlan): Promise<Founded> {
  const key = plan.name.vi;
  const bodyId = idOf("body", key);

  const command = async (about: string, payload: { type: string }) => {
    const answer = await parts.execute({ id: randomUUID(), ...payload }, installer);
    if (answer.ok || thereAlready.includes(answer.refusal.code)) return null;
    return { ok: false as const, at: about, code: answer.refusal.code };
  };
  const personOf = async ({ userName, name }: { userName: string; name: string }) => {
    const known = await parts.accounts.credentials(userName);
    if (known !== null) return { ok: true as const, personId: known.personId };
    const password = oneTimePassword();
    const personId = PersonId.parse(idOf("person", key, userName));
    const made = await parts.accounts.createAccount({
      personId,
      name,
      userName,
      password,
      administrator: false,
      demo: false,
    });
    if (!made.ok) return { ok: false as const, at: userName, code: made.code };
    parts.onAccount({ userName, name, password });
    return { ok: true as const, personId };
  };

  const rules = rulesIn(plan);
  const { name, timeZone, from } = plan;
  const body = { type: "body.create", bodyId, parentId: null, name, timeZone, rules };
  const refused = await command(key, body);
  if (refused !== null) return refused;
  for (const agency of plan.agencies) {
    const agencyId = idOf("agency", key, agency.code);
    const established = { type: "agency.establish", bodyId, agencyId, ...agency, from };
    const problem = await command(agency.code, established);
    if (problem !== null) return problem;
  }
  for (const [place, { userName, agency, ...member }] of plan.members.entries()) {
    const person = await personOf({ userName, name: member.name });
    if (!person.ok) return person;
    const problem = await command(userName, {
      type: "membership.begin",
      bodyId,
      membershipId: idOf("membership", key, userName),
      personId: person.personId,
      ...member,
      order: place + 1,
      agencyId: agency === null ? null : idOf("agency", key, agency),
      from,
    } as { type: string });
    if (problem !== null) return problem;
  }
  for (const { userName, ...held } of plan.office) {
    const person = await personOf({ userName, name: held.name });
    if (!person.ok) return person;
    const problem = await command(`${userName} ${held.role}`, {
      type: "role.grant",
      bodyId,
      grantId: idOf("grant", key, userName, held.role),
      personId: person.personId,
      ...held,
      from,
    } as { type: string });
    if (problem !== null) return problem;
  }
  for (const guest of plan.guests) {
    const person = await personOf(guest);
    if (!person.ok) return person;
  }
  return { ok: true };
}

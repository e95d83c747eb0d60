/** People and their accounts. */
import { randomBytes } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../db";
import { account, demoPerson, person } from "../../db/schema/people";
import { grantableRoles } from "../../domain/bodies";
import { PersonId } from "../../domain/ids";
import { type Bilingual, bilingual } from "../../domain/text";
import type { Passwords } from "./passwords";
import { UserName } from "./user-name";

export type NewAccount = {
  personId: PersonId;
  name: string;
  userName: string;
  /** null: by passkey, or by one click in the demo */
  password: string | null;
  administrator: boolean;
  demo: boolean;
  /** how the one-click list shows a demo person */
  introduction?: Introduction & { order: number };
};

/** What the demo introduces people as; each has a word among the messages `sessions.roles`. */
const DemoRole = z.enum([
  "chair",
  "vice_chair",
  "member",
  ...grantableRoles,
  "administrator",
  "rapporteur",
  "invitee",
  "substitute",
  "observer",
]);
type DemoRole = z.infer<typeof DemoRole>;

type Introduction = {
  title: Bilingual;
  role: DemoRole;
  column: "members" | "office" | "others";
};

export type DemoPerson = { personId: PersonId; name: string } & Introduction;

export type AccountRefusal = "person_exists" | "user_name_taken" | "user_name_malformed";

export type Accounts = {
  /** Durable when it answers; nothing is written when it refuses. */
  createAccount(wanted: NewAccount): Promise<{ ok: true } | { ok: false; code: AccountRefusal }>;
  /** What a password sign-in needs; null for a name nobody has. */
  credentials(
    userName: string,
  ): Promise<{ personId: PersonId; passwordHash: string | null } | null>;
  userNameOf(personId: PersonId): Promise<{ userName: string; hasPassword: boolean } | null>;
  setPassword(personId: PersonId, password: string): Promise<void>;
  passwordHashOf(personId: PersonId): Promise<string | null>;
  demoPeople(): Promise<DemoPerson[]>;
  isDemoPerson(personId: PersonId): Promise<boolean>;
};

export function openAccounts(
  { drizzle }: Pick<Database, "drizzle">,
  passwords: Passwords,
): Accounts {
  return {
    async createAccount(wanted) {
      const userName = UserName.safeParse(wanted.userName);
      if (!userName.success) return { ok: false, code: "user_name_malformed" };
      const { personId, administrator, introduction } = wanted;
      const passwordHash = wanted.password === null ? null : await passwords.hash(wanted.password);
      return drizzle.transaction(async (tx) => {
        const taken = await tx
          .select({ personId: account.personId })
          .from(account)
          .where(eq(account.userName, userName.data));
        if (taken.length > 0) return { ok: false, code: "user_name_taken" };
        const made = await tx
          .insert(person)
          .values({ personId, name: wanted.name.normalize("NFC") })
          .onConflictDoNothing()
          .returning({ personId: person.personId });
        if (made.length === 0) return { ok: false, code: "person_exists" };
        await tx
          .insert(account)
          .values({ personId, userName: userName.data, passwordHash, administrator });
        if (wanted.demo) {
          if (!introduction) throw new Error("A demo person needs an introduction.");
          await tx.insert(demoPerson).values({ personId, ...introduction });
        }
        return { ok: true };
      });
    },

    async credentials(typed) {
      const userName = UserName.safeParse(typed);
      if (!userName.success) return null;
      const [found] = await drizzle
        .select({ personId: account.personId, passwordHash: account.passwordHash })
        .from(account)
        .where(eq(account.userName, userName.data));
      if (!found) return null;
      return { personId: PersonId.parse(found.personId), passwordHash: found.passwordHash };
    },

    async userNameOf(personId) {
      const [found] = await drizzle
        .select({ userName: account.userName, passwordHash: account.passwordHash })
        .from(account)
        .where(eq(account.personId, personId));
      return found ? { userName: found.userName, hasPassword: found.passwordHash !== null } : null;
    },

    async setPassword(personId, password) {
      const passwordHash = await passwords.hash(password);
      await drizzle.update(account).set({ passwordHash }).where(eq(account.personId, personId));
    },

    async passwordHashOf(personId) {
      const [found] = await drizzle
        .select({ passwordHash: account.passwordHash })
        .from(account)
        .where(eq(account.personId, personId));
      return found?.passwordHash ?? null;
    },

    async demoPeople() {
      const rows = await drizzle
        .select({
          personId: demoPerson.personId,
          name: person.name,
          title: demoPerson.title,
          role: demoPerson.role,
          column: demoPerson.column,
        })
        .from(demoPerson)
        .innerJoin(person, eq(person.personId, demoPerson.personId))
        .orderBy(asc(demoPerson.order), asc(person.name));
      return z.array(DemoPersonRow).parse(rows);
    },

    async isDemoPerson(personId) {
      const rows = await drizzle
        .select({ personId: demoPerson.personId })
        .from(demoPerson)
        .where(eq(demoPerson.personId, personId));
      return rows.length === 1;
    },
  };
}

const DemoPersonRow = z.object({
  personId: PersonId,
  name: z.string(),
  title: bilingual(200),
  role: DemoRole,
  column: z.enum(["members", "office", "others"]),
});

/** About 98 random bits that can be read out on the phone: no letter that looks like another, in groups of five. */
export function oneTimePassword(): string {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  const drawn = [...randomBytes(20)].map((byte) => letters[byte % letters.length]);
  return (drawn.join("").match(/.{5}/g) ?? []).join("-");
}

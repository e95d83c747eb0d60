/** Passkeys: a key in the person's device instead of a password. Only public keys are stored here. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../../db";
import { challenge, passkey } from "../../db/schema/sessions";
import { PersonId } from "../../domain/ids";
import { type Instant, instantOf } from "../../domain/text";
import { logRefusal } from "../log";
import { RegistrationAnswer, SignInAnswer } from "./passkey-answers";

/** Where the browser believes to be: a passkey works for this host only, an answer from this origin only. */
export type Site = { origin: string };

export type RegisteredPasskey = {
  credentialId: string;
  device: string;
  synced: boolean;
  createdAt: Instant;
  usedAt: Instant | null;
};

export type Passkeys = {
  registrationOptions(
    person: { personId: PersonId; userName: string; name: string },
    site: Site,
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** False when the answer does not fit the question, or comes a second time, or too late. */
  register(personId: PersonId, response: unknown, device: string, site: Site): Promise<boolean>;
  signInOptions(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Whose key answered; null under the same conditions as `register`, or when nobody's key it is. */
  signIn(response: unknown, site: Site): Promise<PersonId | null>;
  list(personId: PersonId): Promise<RegisteredPasskey[]>;
  remove(personId: PersonId, credentialId: string): Promise<void>;
};

const productName = "E-Cabinet";
const answerWithinMs = 5 * 60_000;

/** The finger or the PIN is the second factor, and the account is found by the key: no user name is typed. */
const demanded = { residentKey: "required", userVerification: "required" } as const;

export function openPasskeys({ drizzle }: Pick<Database, "drizzle">): Passkeys {
  async function remember(
    asked: string,
    purpose: "register" | "sign_in",
    personId: PersonId | null,
  ): Promise<void> {
    const expiresAt = new Date(Date.now() + answerWithinMs);
    await drizzle.insert(challenge).values({ challenge: asked, purpose, personId, expiresAt });
  }

  /** Deleting is what makes it single-use: of two answers at once only one finds the row. */
  async function consume(
    answered: string,
    purpose: "register" | "sign_in",
    personId: PersonId | null,
  ): Promise<boolean> {
    const gone = await drizzle
      .delete(challenge)
      .where(
        and(
          eq(challenge.challenge, answered),
          eq(challenge.purpose, purpose),
          gt(challenge.expiresAt, sql`now()`),
        ),
      )
      .returning({ personId: challenge.personId });
    return gone.length === 1 && gone[0]?.personId === personId;
  }

  return {
    async registrationOptions({ personId, userName, name }, site) {
      const own = await drizzle
        .select({ id: passkey.credentialId })
        .from(passkey)
        .where(eq(passkey.personId, personId));
      const options = await generateRegistrationOptions({
        rpName: productName,
        rpID: hostOf(site),
        userName,
        userDisplayName: name,
        userID: bytesOf(personId),
        excludeCredentials: own,
        authenticatorSelection: demanded,
        timeout: answerWithinMs,
      });
      await remember(options.challenge, "register", personId);
      return options;
    },

    async register(personId, given, device, site) {
      const parsed = RegistrationAnswer.safeParse(given);
      if (!parsed.success) return false;
      const response = parsed.data;
      const verified = await tried("passkey registration refused", () =>
        verifyRegistrationResponse({
          response,
          expectedChallenge: (answered) => consume(answered, "register", personId),
          expectedOrigin: site.origin,
          expectedRPID: hostOf(site),
          requireUserVerification: true,
        }),
      );
      if (!verified?.verified) return false;
      const { credential, credentialBackedUp } = verified.registrationInfo;
      const made = await drizzle
        .insert(passkey)
        .values({
          credentialId: credential.id,
          personId,
          publicKey: credential.publicKey,
          counter: credential.counter,
          transports: credential.transports ?? [],
          synced: credentialBackedUp,
          device,
        })
        .onConflictDoNothing()
        .returning({ credentialId: passkey.credentialId });
      return made.length === 1;
    },

    async signInOptions(site) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(site),
        userVerification: demanded.userVerification,
        timeout: answerWithinMs,
      });
      await remember(options.challenge, "sign_in", null);
      return options;
    },

    async signIn(given, site) {
      const parsed = SignInAnswer.safeParse(given);
      if (!parsed.success) return null;
      const response = parsed.data;
      const [held] = await drizzle
        .select({
          personId: passkey.personId,
          publicKey: passkey.publicKey,
          counter: passkey.counter,
        })
        .from(passkey)
        .where(eq(passkey.credentialId, response.id));
      if (!held) return null;
      const verified = await tried("passkey sign-in refused", () =>
        verifyAuthenticationResponse({
          response,
          expectedChallenge: (answered) => consume(answered, "sign_in", null),
          expectedOrigin: site.origin,
          expectedRPID: hostOf(site),
          credential: {
            id: response.id,
            publicKey: new Uint8Array(held.publicKey),
            counter: held.counter,
          },
          requireUserVerification: true,
        }),
      );
      if (!verified?.verified) return null;
      const { newCounter, credentialBackedUp } = verified.authenticationInfo;
      // Compared and set in one statement: a copied key that races its original gets nothing.
      const used = await drizzle
        .update(passkey)
        .set({ counter: newCounter, synced: credentialBackedUp, usedAt: sql`now()` })
        .where(
          and(
            eq(passkey.credentialId, response.id),
            sql`(${passkey.counter} < ${newCounter} or (${passkey.counter} = 0 and ${newCounter} = 0))`,
          ),
        )
        .returning({ personId: passkey.personId });
      return used[0] ? PersonId.parse(used[0].personId) : null;
    },

    async list(personId) {
      const rows = await drizzle
        .select({
          credentialId: passkey.credentialId,
          device: passkey.device,
          synced: passkey.synced,
          createdAt: passkey.createdAt,
          usedAt: passkey.usedAt,
        })
        .from(passkey)
        .where(eq(passkey.personId, personId))
        .orderBy(desc(passkey.createdAt));
      return rows.map(({ createdAt, usedAt, ...row }) => ({
        ...row,
        createdAt: instantOf(createdAt),
        usedAt: usedAt === null ? null : instantOf(usedAt),
      }));
    },

    async remove(personId, credentialId) {
      await drizzle
        .delete(passkey)
        .where(and(eq(passkey.credentialId, credentialId), eq(passkey.personId, personId)));
    },
  };
}

/**
 * The package throws for each of the forty ways in which an answer may not fit; all of them mean no. The reason is
 * logged, since it may also be a fault of ours (a wrong PUBLIC_ORIGIN, for one).
 */
async function tried<Result>(what: string, verify: () => Promise<Result>): Promise<Result | null> {
  try {
    return await verify();
  } catch (error) {
    logRefusal(what, error);
    return null;
  }
}

function hostOf({ origin }: Site): string {
  return new URL(origin).hostname;
}

function bytesOf(personId: PersonId): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(personId.replaceAll("-", ""), "hex"));
}

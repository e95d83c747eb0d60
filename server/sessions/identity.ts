/** What the sign-in and account pages may do on behalf of the one who asks: made anew for every request. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { PersonId } from "../../domain/ids";
import type { Accounts, DemoPerson, Passwords } from "../people";
import { NewPassword } from "../people";
import type { Attempts } from "./attempts";
import type { OpenSession, Session, Sessions } from "./authenticate";
import { clearedSessionCookie, deviceCookie, sessionCookie } from "./cookies";
import type { SessionFacts } from "./lucia";
import type { Passkeys, RegisteredPasskey, Site } from "./passkeys";
import { newToken } from "./token";

export type IdentityParts = {
  sessions: Sessions;
  accounts: Accounts;
  passwords: Passwords;
  passkeys: Passkeys;
  attempts: Attempts;
  /** what a device keeps goes with the session that its person ends */
  devices: { signedOut(personId: PersonId, sessionIds: readonly string[]): Promise<void> };
  demo: boolean;
  sessionAbsoluteMs: number;
};

/** Who asks, as the request tells it. */
export type Visitor = {
  session: Session | null;
  /** a session cookie came along that no longer opens anything */
  hadSession: boolean;
  /** network address, for the list of sessions; `place` is what limits go by */
  address: string;
  place: string;
  device: string;
  deviceToken: string | null;
  overTls: boolean;
  site: Site;
};

export type SignInRefusal =
  | { code: "wrong_credentials"; attemptsLeft: number }
  | { code: "rate_limited"; retryAfterSeconds: number }
  | { code: "busy" }
  | { code: "passkey_refused" }
  | { code: "not_found" };

export type SignedIn = { ok: true; setCookies: string[] } | { ok: false; refusal: SignInRefusal };

export type PasswordChange =
  | { ok: true }
  | { ok: false; code: "wrong_password" | "too_short" | "busy" | "rate_limited" };

export type Identity = {
  readonly hadSession: boolean;
  signIn(userName: string, password: string): Promise<SignedIn>;
  passkeySignInOptions(): Promise<PublicKeyCredentialRequestOptionsJSON>;
  signInWithPasskey(response: unknown): Promise<SignedIn>;
  /** Refused with `not_found` outside of demo mode, and for people who are not of the demo. */
  signInAsDemo(personId: string): Promise<SignedIn>;
  /** Empty outside of demo mode. */
  demoPeople(): Promise<DemoPerson[]>;
  signOut(): Promise<{ setCookies: string[] }>;
  /** Null for the signed-out. */
  own: OwnIdentity | null;
};

/** Of the signed-in, and only of themselves. */
export type OwnIdentity = {
  userName(): Promise<{ userName: string; hasPassword: boolean }>;
  sessions(): Promise<(OpenSession & { isThis: boolean })[]>;
  endSession(sessionId: string): Promise<void>;
  endOtherSessions(): Promise<void>;
  /** Ends all other sessions: whoever knew the old password is out. */
  changePassword(current: string, wanted: string): Promise<PasswordChange>;
  passkeys(): Promise<RegisteredPasskey[]>;
  passkeyRegistrationOptions(): Promise<PublicKeyCredentialCreationOptionsJSON>;
  registerPasskey(response: unknown): Promise<boolean>;
  removePasskey(credentialId: string): Promise<void>;
};

export function identityOf(parts: IdentityParts, visitor: Visitor): Identity {
  const { sessions, accounts, passwords, passkeys, attempts } = parts;
  const { session, place, site, overTls } = visitor;

  /**
   * Always a new secret (nobody can have planted it), and the session this browser had before is over. Null for a
   * demo person where there is no demo: whatever key one of them has kept, it opens nothing.
   */
  async function begin(personId: PersonId, via: SessionFacts["via"]): Promise<string[] | null> {
    if (!parts.demo && (await accounts.isDemoPerson(personId))) return null;
    const { address, device } = visitor;
    const token = await sessions.begin(personId, { via, address, device });
    if (session) await sessions.end(session.sessionId);
    return [sessionCookie(token, overTls, parts.sessionAbsoluteMs)];
  }

  return {
    hadSession: visitor.hadSession,

    async signIn(userName, password) {
      const attempt = await attempts.begin({
        userName,
        address: place,
        device: visitor.deviceToken,
      });
      if (!attempt.ok) {
        return {
          ok: false,
          refusal: { code: "rate_limited", retryAfterSeconds: attempt.retryAfterSeconds },
        };
      }
      const held = await accounts.credentials(userName);
      const verdict = await passwords.verify(held?.passwordHash ?? null, password);
      if (verdict === "busy") {
        await attempt.withdrawn();
        return { ok: false, refusal: { code: "busy" } };
      }
      if (verdict === "wrong" || !held) {
        return { ok: false, refusal: { code: "wrong_credentials", attemptsLeft: attempt.left } };
      }
      const deviceToken = visitor.deviceToken ?? newToken();
      const setCookies = await begin(held.personId, "password");
      if (setCookies === null) {
        return { ok: false, refusal: { code: "wrong_credentials", attemptsLeft: attempt.left } };
      }
      await attempt.succeeded(deviceToken);
      return { ok: true, setCookies: [...setCookies, deviceCookie(deviceToken, overTls)] };
    },

    passkeySignInOptions: () => passkeys.signInOptions(site),

    async signInWithPasskey(response) {
      const personId = await passkeys.signIn(response, site);
      const setCookies = personId === null ? null : await begin(personId, "passkey");
      if (setCookies === null) return { ok: false, refusal: { code: "passkey_refused" } };
      return { ok: true, setCookies };
    },

    async signInAsDemo(wanted) {
      const personId = PersonId.safeParse(wanted);
      const isDemo = personId.success && (await accounts.isDemoPerson(personId.data));
      const setCookies = isDemo ? await begin(personId.data, "demo") : null;
      if (setCookies === null) return { ok: false, refusal: { code: "not_found" } };
      return { ok: true, setCookies };
    },

    demoPeople: () => (parts.demo ? accounts.demoPeople() : Promise.resolve([])),

    async signOut() {
      if (session) {
        await parts.devices.signedOut(session.personId, [session.sessionId]);
        await sessions.end(session.sessionId);
      }
      return { setCookies: [clearedSessionCookie(overTls)] };
    },

    own: session === null ? null : ownIdentity(parts, visitor, session),
  };
}

function ownIdentity(parts: IdentityParts, visitor: Visitor, session: Session): OwnIdentity {
  const { sessions, accounts, passwords, passkeys, attempts } = parts;
  const { personId, sessionId, name } = session;

  async function userName(): Promise<{ userName: string; hasPassword: boolean }> {
    const held = await accounts.userNameOf(personId);
    if (held === null) throw new Error("A session without an account.");
    return held;
  }

  return {
    userName,

    async sessions() {
      const open = await sessions.list(personId);
      return open.map((one) => ({ ...one, isThis: one.sessionId === sessionId }));
    },

    async endSession(ended) {
      await parts.devices.signedOut(personId, [ended]);
      await sessions.endOwn(personId, ended);
    },

    async endOtherSessions() {
      const open = await sessions.list(personId);
      const others = open.flatMap((one) => (one.sessionId === sessionId ? [] : [one.sessionId]));
      await parts.devices.signedOut(personId, others);
      await sessions.endOthers(personId, sessionId);
    },

    async changePassword(current, wanted) {
      const password = NewPassword.safeParse(wanted);
      if (!password.success) return { ok: false, code: "too_short" };
      // A session left open on a table must not become a way to guess the password.
      const attempt = await attempts.begin({
        userName: (await userName()).userName,
        address: visitor.place,
        device: visitor.deviceToken,
      });
      if (!attempt.ok) return { ok: false, code: "rate_limited" };
      const verdict = await passwords.verify(await accounts.passwordHashOf(personId), current);
      if (verdict !== "wrong") await attempt.withdrawn();
      if (verdict === "busy") return { ok: false, code: "busy" };
      if (verdict === "wrong") return { ok: false, code: "wrong_password" };
      await accounts.setPassword(personId, password.data);
      await sessions.endOthers(personId, sessionId);
      return { ok: true };
    },

    passkeys: () => passkeys.list(personId),

    async passkeyRegistrationOptions() {
      const { userName: account } = await userName();
      return passkeys.registrationOptions({ personId, userName: account, name }, visitor.site);
    },

    registerPasskey: (response) =>
      passkeys.register(personId, response, visitor.device, visitor.site),
    removePasskey: (credentialId) => passkeys.remove(personId, credentialId),
  };
}

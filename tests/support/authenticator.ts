/** A device with a fingerprint reader, made of nothing, as Chromium offers it to tests (WebAuthn over CDP). */
import type { CDPSession, Page } from "playwright-core";

export type Authenticator = {
  /** The finger on the reader: the right one, or somebody else's. */
  recognises(right: boolean): Promise<void>;
  credentials(): Promise<{ credentialId: string; signCount: number }[]>;
  /** Sets every key's counter back, as a copy of the device made earlier would have it. */
  turnCountersBack(): Promise<void>;
};

export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const held = () => cdp.send("WebAuthn.getCredentials", { authenticatorId });
  return {
    async recognises(right) {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: right });
    },
    async credentials() {
      const { credentials } = await held();
      return credentials.map(({ credentialId, signCount }) => ({ credentialId, signCount }));
    },
    async turnCountersBack() {
      const { credentials } = await held();
      for (const credential of credentials) {
        await cdp.send("WebAuthn.removeCredential", {
          authenticatorId,
          credentialId: credential.credentialId,
        });
        await cdp.send("WebAuthn.addCredential", {
          authenticatorId,
          credential: { ...credential, signCount: 0 },
        });
      }
    },
  };
}

/** What a browser sends back from its authenticator (WebAuthn level 3, JSON form); everything else is left out. */
import { z } from "zod";

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);
/** 1,023 bytes by the standard. */
const credentialId = base64url(1_400);
const part = base64url(20_000);

const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  // None are asked for, so none are believed.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

export const RegistrationAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
});

export const SignInAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
  }),
});

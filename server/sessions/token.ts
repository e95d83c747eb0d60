/** The secret that a session's cookie carries, and the only thing of it that is stored. */
import { createHash, randomBytes } from "node:crypto";

const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A plain hash suffices: there is nothing to guess in 256 random bits. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function isToken(text: string): boolean {
  return tokenForm.test(text);
}

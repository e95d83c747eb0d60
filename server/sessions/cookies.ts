/**
 * Our two cookies. Over TLS they carry the `__Host-` prefix: no other host of the domain can set them and no path
 * narrows them. Over plain HTTP they go without it and without Secure, because Safari refuses secure cookies even on
 * the own machine; only loopback or an explicit setting allows that (`http/transport.ts`).
 */
import { Cookie } from "lucia";
import { isToken } from "./token";

export type CookieName = "session" | "device";

const secondsOf = { device: 400 * 24 * 3600 };

/** The value of our cookie when it has the form we give out; whatever else is sent counts as none. */
export function readToken(header: string | undefined, name: CookieName): string | null {
  if (!header) return null;
  // The prefixed one first: over plain HTTP a browser does not send it, over TLS nobody else can have set it.
  for (const wanted of [`__Host-${name}`, name]) {
    for (const pair of header.split(";")) {
      const [key, value] = pair.trim().split("=", 2);
      if (key === wanted && value !== undefined && isToken(value)) return value;
    }
  }
  return null;
}

export function sessionCookie(token: string, secure: boolean, maxAgeMs: number): string {
  return cookie("session", token, secure, Math.floor(maxAgeMs / 1000));
}

export function clearedSessionCookie(secure: boolean): string {
  return cookie("session", "", secure, 0);
}

/** Remembers that this browser has signed in before; it opens nothing, it only keeps strangers' failures apart. */
export function deviceCookie(token: string, secure: boolean): string {
  return cookie("device", token, secure, secondsOf.device);
}

function cookie(name: CookieName, value: string, secure: boolean, maxAge: number): string {
  return new Cookie(secure ? `__Host-${name}` : name, value, {
    httpOnly: true,
    // Lax and not Strict: a link to a meeting in a letter opens the meeting, not the sign-in page.
    sameSite: "lax",
    path: "/",
    secure,
    maxAge,
  }).serialize();
}

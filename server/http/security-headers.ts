/** What every answer tells the browser not to do. */
import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import type { Config } from "../config";
import { isLoopback, isOverTls, ownOrigin } from "./origin";

const oneYearSeconds = 365 * 24 * 3600;

/** What no page of ours uses, switched off for whatever might slip into one. */
const permissions = [
  ...["accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope"],
  ...["magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking"],
].map((feature) => `${feature}=()`);
const allowed = ["fullscreen", "publickey-credentials-create", "publickey-credentials-get"].map(
  (feature) => `${feature}=(self)`,
);

export function securityHeaders(config: Config): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString("base64url");
    response.locals.nonce = nonce;
    const overTls = isOverTls(request, config);
    response.set({
      "Content-Security-Policy": pagePolicy(nonce, ownOrigin(request, config), config.mode),
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": [...permissions, ...allowed].join(", "),
      // Not `no-referrer`: with that, browsers send `Origin: null` with a form, and the origin is what we check.
      // Others learn nothing either way.
      "Referrer-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    });
    // Elsewhere a browser ignores these two, with a warning.
    if (overTls || isLoopback(request)) {
      response.set({ "Cross-Origin-Opener-Policy": "same-origin", "Origin-Agent-Cluster": "?1" });
    }
    if (overTls) response.set("Strict-Transport-Security", `max-age=${oneYearSeconds}`);
    next();
  };
}

/**
 * Scripts run by this answer's nonce only; what they import inherits it. Inline style attributes are React Aria's
 * (positions of popovers); style elements need the nonce. Sockets are named beside 'self', which older Safari does
 * not take to include them.
 */
function pagePolicy(nonce: string, origin: string, mode: Config["mode"]): string {
  const sockets = origin.replace(/^http/, "ws");
  // Remix writes the styles of the first view into development's page, without a nonce.
  const styles = mode === "development" ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * For files: a worker lives under the policy of its own script, not of the page. The PDF engine imports its own code
 * and compiles its decoders of images; it reads nothing but from here.
 */
const filePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
].join("; ");

export const fileHeaders: RequestHandler = (_request, response, next) => {
  response.set("Content-Security-Policy", filePolicy);
  next();
};

/** Whether a handshake comes from our own pages: a foreign page must not open a socket with a member's cookie. */
import type { IncomingHttpHeaders } from "node:http";

/**
 * @param publicOrigin the address people use, when it is configured; else the host that was asked for
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    // Browsers leave it out on plain requests to the own site only, and say so in another header.
    const site = headers["sec-fetch-site"];
    return site === undefined || site === "same-origin";
  }
  if (publicOrigin !== null) return origin === publicOrigin;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

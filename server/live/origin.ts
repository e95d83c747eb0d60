/** Whether a handshake comes from our own pages: a foreign page must not open a socket with a member's cookie. */
import type { IncomingMessage } from "node:http";
import type { Config } from "../config";
import { ownOrigin } from "../http/origin";

export function isOwnOrigin(
  request: IncomingMessage,
  trust: Pick<Config, "publicOrigin" | "trustedProxies">,
): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === ownOrigin(request, trust);
  // Browsers leave it out on plain requests to the own site only, and say so in another header.
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}

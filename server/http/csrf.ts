/**
 * Changes come from our own pages only. The session cookie alone proves nothing, browsers attach it to what other
 * sites send too (SameSite=Lax leaves a sister domain and old browsers); so the browser's own word is asked for.
 */
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import type { Config } from "../config";
import { Refused } from "./errors";
import { ownOrigin } from "./origin";

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export function refuseForeignChanges(config: Config): RequestHandler {
  return (request, _response, next) => {
    if (readingMethods.has(request.method) || isFromOwnPage(request, config)) next();
    else next(new Refused(403, { code: "forbidden" }));
  };
}

/** Sec-Fetch-Site, where the browser has it, and Origin to the letter; a request with neither is nobody's page. */
export function isFromOwnPage(request: IncomingMessage, config: Config): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const { origin } = request.headers;
  if (origin === undefined) return site === "same-origin";
  return origin === ownOrigin(request, config);
}

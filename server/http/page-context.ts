/** What each loader and action receives as `context`: the running server, handed over and never imported. */
import type { Request, Response } from "express";
import type { Cabinet } from "../cabinet";
import { type Config, type PublicConfig, publicConfig } from "../config";
import type { Exports } from "../exports";
import { logFailure } from "../log";
import {
  deviceOf,
  type Identity,
  type IdentityParts,
  identityOf,
  readToken,
  type Session,
} from "../sessions";
import { type Locale, localeOf } from "./locale";
import { clientAddress, isLoopback, isOverTls, ownOrigin, placeOf } from "./origin";
import { requestIdOf } from "./request-id";
import { sessionOf } from "./session";

export type PageContext = {
  cabinet: Cabinet;
  exports: Exports;
  /** Null only on the pages that the signed-out may see; the pipeline keeps them from all others. */
  session: Session | null;
  identity: Identity;
  locale: Locale;
  nonce: string;
  demo: boolean;
  config: PublicConfig & {
    /** nobody between here and the browser is kept from reading along; the page says so */
    insecureHttp: boolean;
    /** browsers offer keys only over TLS and on the own machine */
    passkeys: boolean;
  };
  /** the request's number, shown on an error page and in the log */
  reference: string;
  /** Logs what a page did not expect, once, under that number. */
  logFailure(error: unknown): void;
};

export function pageContextOf(
  parts: { config: Config; cabinet: Cabinet; exports: Exports; identity: IdentityParts },
  request: Request,
  response: Response,
): PageContext {
  const { config } = parts;
  const session = sessionOf(response);
  const overTls = isOverTls(request, config);
  const address = clientAddress(request, config);
  const reference = requestIdOf(response);
  return {
    cabinet: parts.cabinet,
    exports: parts.exports,
    session,
    identity: identityOf(parts.identity, {
      session,
      hadSession: session === null && readToken(request.headers.cookie, "session") !== null,
      address,
      place: placeOf(address),
      device: deviceOf(request.get("user-agent")),
      deviceToken: readToken(request.headers.cookie, "device"),
      overTls,
      site: { origin: ownOrigin(request, config) },
    }),
    locale: localeOf(request),
    nonce: nonceOf(response),
    demo: config.demo,
    config: {
      ...publicConfig(config),
      insecureHttp: !overTls,
      passkeys: overTls || isLoopback(request),
    },
    reference,
    logFailure: (error) =>
      logFailure("page failed", error, { reference, method: request.method, path: request.path }),
  };
}

function nonceOf(response: Response): string {
  const nonce: unknown = response.locals.nonce;
  if (typeof nonce !== "string") throw new Error("A page was reached before its nonce was made.");
  return nonce;
}

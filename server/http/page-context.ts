/** What each loader and action receives as `context`: the running server, handed over and never imported. */
import type { Request, Response } from "express";
import type { PublicConfig } from "../config";

export type Locale = "vi" | "en";

export type PageContext = {
  locale: Locale;
  nonce: string;
  config: PublicConfig;
};

/** The reader's own choice (cookie), else what the browser asks for, else Vietnamese. */
export function localeOf(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=(vi|en)(?:;|$)/.exec(request.headers.cookie ?? "")?.[1];
  if (chosen === "vi" || chosen === "en") return chosen;
  return request.acceptsLanguages("vi", "en") === "en" ? "en" : "vi";
}

export function nonceOf(response: Response): string {
  const nonce: unknown = response.locals.nonce;
  if (typeof nonce !== "string") throw new Error("A page was reached before its nonce was made.");
  return nonce;
}

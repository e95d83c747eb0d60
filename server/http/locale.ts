import type { Request } from "express";
import type { Locale } from "../../domain/text";

export type { Locale };

/** The reader's own choice (cookie), else what the browser asks for, else Vietnamese. */
export function localeOf(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=(vi|en)(?:;|$)/.exec(request.headers.cookie ?? "")?.[1];
  if (chosen === "vi" || chosen === "en") return chosen;
  return request.acceptsLanguages("vi", "en") === "en" ? "en" : "vi";
}

/** How a request ends badly: expected refusals, and the unexpected, which is logged once and gets a number. */
import type { ErrorRequestHandler, Request, Response } from "express";
import type { DoorRefusal } from "../../domain/refusals";
import { logFailure } from "../log";
import { type Locale, localeOf } from "./locale";
import { requestIdOf } from "./request-id";

/** What the pipeline itself refuses, before any command is looked at. */
export type HttpRefusal = {
  code: Extract<
    DoorRefusal,
    "busy" | "forbidden" | "invalid" | "not_found" | "rate_limited" | "unauthenticated"
  >;
  retryAfterSeconds?: number;
  /** this installation is reached by TLS only; its page says how to go on */
  needsTls?: true;
};

/** Thrown through express (its only way out of a middleware) and turned into an answer here, never logged. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: HttpRefusal;

  constructor(status: number, refusal: HttpRefusal) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
  }
}

export type PlainPageContent = {
  status: number;
  needsTls: boolean;
  locale: Locale;
  reference: string | null;
};

/** A whole small page, made by the pages' own build, because sentences live there. */
export type PlainPage = (page: PlainPageContent) => Promise<string>;

/** Last in the pipeline. Four parameters are how express knows an error handler. */
export function answerFailures(plainPage: PlainPage): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refused = refusalOf(error);
    if (refused === null) {
      logFailure("request failed", error, {
        reference: requestIdOf(response),
        method: request.method,
        path: request.path,
      });
    }
    // The answer is already on its way; express cuts the connection, which says that it is not whole.
    if (response.headersSent) {
      next(error);
      return;
    }
    answer(request, response, refused, plainPage).catch(next);
  };
}

async function answer(
  request: Request,
  response: Response,
  refused: Refused | null,
  plainPage: PlainPage,
): Promise<void> {
  const status = refused?.status ?? 500;
  const wait = refused?.refusal.retryAfterSeconds;
  const reference = refused === null ? requestIdOf(response) : null;
  response.status(status).set("Cache-Control", "no-store");
  if (wait !== undefined) response.set("Retry-After", String(wait));
  if (wantsPage(request)) {
    const needsTls = refused?.refusal.needsTls ?? false;
    const locale = localeOf(request);
    response.type("html").send(await plainPage({ status, needsTls, locale, reference }));
    return;
  }
  if (refused === null) {
    // Not in the form of an answer to a command: nothing is known of its outcome, its sender asks again.
    response.json({ error: "unexpected", reference });
    return;
  }
  response.json({
    ok: false,
    commandId: null,
    refusal: { code: refused.refusal.code },
    ...(wait !== undefined && { retryAfterMs: wait * 1000 }),
  });
}

/** A browser's navigation asks for HTML first; scripts and sockets' polling do not. */
function wantsPage(request: Request): boolean {
  if (request.path.endsWith(".data")) return false;
  return request.accepts("json", "html") === "html";
}

/** Ours, and what the body parsers of express throw for a malformed or oversized body. */
function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error) || !("status" in error) || !("expose" in error)) return null;
  if (error.expose !== true || typeof error.status !== "number") return null;
  return new Refused(error.status, { code: "invalid" });
}

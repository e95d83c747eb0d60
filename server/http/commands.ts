/**
 * POST /commands: the door for changes where sockets fail, and for pages without scripts. JSON is one command; a form
 * carries it as JSON text in the field `command`, or flat in its own fields, and is sent back to where it came from.
 */
import express, { type Request, type Response, Router } from "express";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import { Instant } from "../../domain/text";
import { Refused } from "./errors";
import { isPlainJson } from "./plain-json";
import { requireSession, sessionOf } from "./session";

export type ExecuteCommand = (
  input: unknown,
  actor: Actor,
  options: { notAfter: Instant | null },
) => Promise<Answer>;

/** As the socket's messages. */
const bodyLimit = "64kb";

export function commandDoor(execute: ExecuteCommand): Router {
  const router = Router();
  router.post(
    "/commands",
    requireSession,
    express.json({ limit: bodyLimit }),
    express.urlencoded({ limit: bodyLimit, extended: false, parameterLimit: 100 }),
    (request, response, next) => {
      carryOut(request, response, execute).catch(next);
    },
  );
  return router;
}

async function carryOut(
  request: Request,
  response: Response,
  execute: ExecuteCommand,
): Promise<void> {
  const session = sessionOf(response);
  if (!session) throw new Refused(401, { code: "unauthenticated" });
  const isForm = request.is("urlencoded") !== false;
  const command = isForm ? commandOfForm(request.body) : bodyOf(request);
  if (!isPlainJson(command)) throw new Refused(400, { code: "invalid" });
  const answer = await execute(
    command,
    { kind: "person", personId: session.personId },
    { notAfter: deadlineOf(request) },
  );
  if (isForm && request.accepts("json", "html") === "html") {
    response.redirect(303, backTo(request, answer));
    return;
  }
  response.status(statusOf(answer)).json(answer);
}

/** Express leaves an empty object where no parser felt responsible. */
function bodyOf(request: Request): unknown {
  return request.is("json") ? request.body : undefined;
}

/** Field by field, so that `__proto__` stays a name. */
function commandOfForm(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  const fields = new Map(Object.entries(body));
  fields.delete("back");
  const whole: unknown = fields.get("command");
  if (typeof whole !== "string") return Object.fromEntries(fields);
  try {
    return JSON.parse(whole);
  } catch {
    // Not JSON: refused as malformed, like any other text that is no command.
    return undefined;
  }
}

/** Until when the sender still wants it (server time); what is not an instant counts as no wish. */
function deadlineOf(request: Request): Instant | null {
  const parsed = Instant.safeParse(request.get("x-not-after"));
  return parsed.success ? parsed.data : null;
}

/** A path of ours, never another site; the refusal's code goes along for the page to translate. */
function backTo(request: Request, answer: Answer): string {
  const fields: unknown = request.body;
  const wanted =
    typeof fields === "object" && fields !== null && "back" in fields ? fields.back : "/";
  const ours = "http://ours.invalid";
  const isPath = typeof wanted === "string" && wanted.startsWith("/") && URL.canParse(wanted, ours);
  const named = new URL(isPath ? wanted : "/", ours);
  // "//elsewhere" is a path to us and another host to a browser.
  const url =
    named.origin === ours && !named.pathname.startsWith("//") ? named : new URL("/", ours);
  if (!answer.ok) url.searchParams.set("refused", answer.refusal.code);
  return `${url.pathname}${url.search}`;
}

const statuses: Record<string, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  rate_limited: 429,
  busy: 503,
};

/** For those who look at statuses; everything a body's rules refuse is a conflict with what already is. */
function statusOf(answer: Answer): number {
  return answer.ok ? 200 : (statuses[answer.refusal.code] ?? 409);
}

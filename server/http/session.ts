/** Who is asking: read once per request, before anything that is not the same for everybody. */
import type { RequestHandler, Response } from "express";
import type { Session, Sessions } from "../sessions";
import { Refused } from "./errors";

const heldSessions = new WeakMap<Response, Session>();

export function readSession(sessions: Sessions): RequestHandler {
  return (request, response, next) => {
    // What is made for a person is for nobody's cache; the documents' door may say otherwise for its own.
    response.set("Cache-Control", "no-store");
    sessions.authenticate(request.headers).then((session) => {
      if (session) {
        heldSessions.set(response, session);
        sessions.touch(session.sessionId);
      }
      next();
    }, next);
  };
}

export function sessionOf(response: Response): Session | null {
  return heldSessions.get(response) ?? null;
}

/** For doors that speak JSON. */
export const requireSession: RequestHandler = (_request, response, next) => {
  next(sessionOf(response) ? undefined : new Refused(401, { code: "unauthenticated" }));
};

/**
 * Pages that the signed-out may see. The kept page shows what lies on the device and nothing of the server's; a device
 * that connects hears what it is to do, whoever holds it.
 */
const openPaths =
  /^\/(?:sign-in(?:\/.*)?|sign-out|language|appearance|signed-out|offline|devices\/[^/]+\/contact)(?:\.data)?$/;

/**
 * Everything else belongs to the signed-in, whatever a page itself forgets. A navigation is sent to the sign-in page
 * and comes back afterwards. A page that asks for another one's data understands only the pages' own protocol, so
 * such a request is handed to a page that does nothing but send away.
 */
export const refuseStrangers: RequestHandler = (request, response, next) => {
  if (sessionOf(response) || openPaths.test(request.path)) {
    next();
    return;
  }
  if (request.path.endsWith(".data")) {
    request.originalUrl = `/signed-out.data?next=${encodeURIComponent(pageOfData(request.originalUrl))}`;
    next();
    return;
  }
  if (request.method === "GET" && request.accepts("json", "html") === "html") {
    const { originalUrl } = request;
    const wanted = originalUrl === "/" ? "" : `?next=${encodeURIComponent(originalUrl)}`;
    response.redirect(302, `/sign-in${wanted}`);
    return;
  }
  next(new Refused(401, { code: "unauthenticated" }));
};

/** The page's own address: `/meetings.data?_routes=…` is asked for on the way to `/meetings`. */
function pageOfData(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://ours.invalid");
  const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  searchParams.delete("_routes");
  return searchParams.size === 0 ? page : `${page}?${searchParams}`;
}

import { randomInt } from "node:crypto";
import type { RequestHandler, Response } from "express";

/** Crockford's letters: none looks like another when read out on the phone. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Names every request, e.g. `K7Q2-9FXM`: the number on an error page is the one in the log. */
export const requestId: RequestHandler = (_request, response, next) => {
  const drawn = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
  const id = `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
  response.locals.requestId = id;
  response.setHeader("X-Request-Id", id);
  next();
};

export function requestIdOf(response: Response): string {
  const id: unknown = response.locals.requestId;
  return typeof id === "string" ? id : "";
}

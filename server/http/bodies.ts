import type { RequestHandler } from "express";
import { Refused } from "./errors";

/** Forms are small; what is large are papers, and they have a door of their own. */
const formBytes = 64 * 1024;

/** The pages' own handler would read a body of any size into memory. Browsers always tell a form's length. */
export const refuseLargeForms: RequestHandler = (request, _response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) {
    next(new Refused(411, { code: "invalid" }));
    return;
  }
  const length = Number(request.headers["content-length"] ?? 0);
  next(length <= formBytes ? undefined : new Refused(413, { code: "invalid" }));
};

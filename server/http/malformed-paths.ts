import type { RequestHandler } from "express";
import { Refused } from "./errors";

/** What cannot be decoded names nothing here; the pages' router would complain about it at length. */
export const refuseMalformedPaths: RequestHandler = (request, _response, next) => {
  next(isDecodable(request.path) ? undefined : new Refused(404, { code: "not_found" }));
};

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

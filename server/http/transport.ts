import type { RequestHandler } from "express";
import type { Config } from "../config";
import { Refused } from "./errors";
import { isLoopback, isOverTls } from "./origin";

/** Without TLS a session could be taken on the way: only on one and the same machine, or where the operator says so. */
export function refusePlainHttp(config: Config): RequestHandler {
  return (request, _response, next) => {
    const allowed = config.allowPlainHttp || isOverTls(request, config) || isLoopback(request);
    next(allowed ? undefined : new Refused(403, { code: "forbidden", needsTls: true }));
  };
}

/** The HTTP pipeline: what every request passes, in order, with the pages last. */
import { randomBytes } from "node:crypto";
import express, { type Express } from "express";

/** An Express app with what every answer needs; the caller mounts doors and then the pages. */
export function createHttpApp(): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64url");
    next();
  });
  return app;
}

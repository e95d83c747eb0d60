/** The HTTP pipeline: what every request passes, from top to bottom. */
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import type { Config } from "../config";
import type { Sessions } from "../sessions";
import { refuseLargeForms } from "./bodies";
import { commandDoor, type ExecuteCommand } from "./commands";
import { refuseForeignChanges } from "./csrf";
import { answerFailures } from "./errors";
import { health } from "./health";
import {
  addressLimit,
  byPlace,
  changingLimit,
  limitBy,
  readingLimit,
  strangerLimit,
} from "./limits";
import { refuseMalformedPaths } from "./malformed-paths";
import type { Pages } from "./remix";
import { requestId } from "./request-id";
import { fileHeaders, securityHeaders } from "./security-headers";
import { readSession, refuseStrangers, sessionOf } from "./session";
import { refusePlainHttp } from "./transport";

export type HttpParts = {
  config: Config;
  sessions: Sessions;
  execute: ExecuteCommand;
  /** bytes of papers and their uploads; asks for its own permissions */
  documents: RequestHandler | null;
  /** devices that keep papers */
  devices: RequestHandler;
  /** readers' own places in papers; asks for its own permissions */
  bookmarks: RequestHandler | null;
  pages: Pages;
  isReady: () => Promise<boolean>;
};

export function createHttpApp(parts: HttpParts): Express {
  const { config, sessions, pages } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Pages read the address they were asked by from express; it believes as many proxies as we do.
  app.set("trust proxy", config.trustedProxies);
  const place = byPlace(config);

  // For everybody, the same for everybody.
  app.use(requestId);
  app.use(securityHeaders(config));
  app.use(refuseMalformedPaths);
  app.use(health(parts.isReady));
  app.use(limitBy(place, addressLimit));
  app.use(fileHeadersFor(pages.files));

  // From here on it matters who asks.
  app.use(refusePlainHttp(config));
  app.use(readSession(sessions));
  app.use(refuseForeignChanges(config));
  app.use(limitBy(stranger(place), strangerLimit));
  app.use(limitBy(sessionThat(isReading), readingLimit));
  app.use(limitBy(sessionThat(isChanging), changingLimit));
  app.use(refuseStrangers);

  // The doors, and last the pages.
  app.use(commandDoor(parts.execute));
  if (parts.documents) app.use(parts.documents);
  app.use(parts.devices);
  if (parts.bookmarks) app.use("/bookmarks", parts.bookmarks);
  app.use(refuseLargeForms);
  app.use(pages.documents);

  app.use(answerFailures(pages.plainPage));
  return app;
}

const isReading = ({ method }: Request) => method === "GET" || method === "HEAD";
const isChanging = (request: Request) => !isReading(request);

/** Whom a limit counts against; null: not this one. */
type Counted = (request: Request, response: Response) => string | null;

function stranger(place: (request: Request) => string): Counted {
  return (request, response) => (sessionOf(response) ? null : place(request));
}

function sessionThat(does: (request: Request) => boolean): Counted {
  return (request, response) => (does(request) ? (sessionOf(response)?.sessionId ?? null) : null);
}

/** Files have the policy of workers; what turns out to be no file gets the pages' policy back. */
function fileHeadersFor(files: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const ofPages = response.getHeader("Content-Security-Policy");
    fileHeaders(request, response, () => {
      files(request, response, (error?: unknown) => {
        if (ofPages !== undefined) response.setHeader("Content-Security-Policy", ofPages);
        next(error);
      });
    });
  };
}

/**
 * How fast one address and one session may ask, in memory: these limits protect this process, and a restart empties
 * what they protect too. (What protects passwords is in Postgres, `sessions/attempts.ts`.) A bucket is full at first
 * and fills again steadily, so nobody waits longer than it takes to earn one request.
 */
import type { Request, RequestHandler, Response } from "express";
import type { Config } from "../config";
import { Recent } from "../sessions/recent";
import { Refused } from "./errors";
import { clientAddress, placeOf } from "./origin";

export type Limit = { burst: number; perSecond: number };

/** A whole cabinet may come from behind one address, all at once after a break. */
export const addressLimit: Limit = { burst: 6_000, perSecond: 600 };
/** Before sign-in there is little to ask for: the page, a password, a passkey; a thousand may come at eight o'clock. */
export const strangerLimit: Limit = { burst: 3_000, perSecond: 50 };
/** A reader asks for a range of a paper at a time, a hundred within a second when leafing fast. */
export const readingLimit: Limit = { burst: 1_200, perSecond: 120 };
/** Changes are made by hands; an outbox repeats a few after a break. */
export const changingLimit: Limit = { burst: 120, perSecond: 20 };

/** Places and sessions remembered; who was forgotten begins with a full bucket. */
const remembered = 20_000;

type Bucket = { tokens: number; atMs: number };

/** Refuses with 429 and the time until the next request is free. */
export function limitBy(
  keyOf: (request: Request, response: Response) => string | null,
  { burst, perSecond }: Limit,
): RequestHandler {
  const buckets = new Recent<Bucket>(remembered);
  return (request, response, next) => {
    const key = keyOf(request, response);
    if (key === null) {
      next();
      return;
    }
    const now = performance.now();
    const held = buckets.get(key) ?? { tokens: burst, atMs: now };
    const tokens = Math.min(burst, held.tokens + ((now - held.atMs) / 1000) * perSecond);
    if (tokens < 1) {
      buckets.set(key, { tokens, atMs: now });
      const retryAfterSeconds = Math.ceil((1 - tokens) / perSecond);
      next(new Refused(429, { code: "rate_limited", retryAfterSeconds }));
      return;
    }
    buckets.set(key, { tokens: tokens - 1, atMs: now });
    next();
  };
}

export function byPlace(config: Config): (request: Request) => string {
  return (request) => placeOf(clientAddress(request, config));
}

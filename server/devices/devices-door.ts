/**
 * `PUT /devices/:deviceId`: a device registers for the one who is signed in on it.
 * `POST /devices/:deviceId/contact`: a device asks what it is to do, also when nobody is signed in; it proves by its own
 * secret that it is the same, and hears nothing but of itself.
 */
import express, { type Request, type RequestHandler, Router } from "express";
import type { z } from "zod";
import { Contact, Registration } from "../../domain/devices";
import { DeviceId } from "../../domain/ids";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import type { Devices } from "./devices";

const body = express.json({ limit: "16kb" });

/** A registered device says in a cookie which it was: browsers delete what scripts keep, and cookies of servers later. */
export const keptCookie = "kept_on_device";
const oneYearSeconds = 365 * 24 * 3600;

export function devicesDoor(devices: Devices): RequestHandler {
  const router = Router();

  router.put("/devices/:deviceId", requireSession, body, async (request, response, next) => {
    try {
      const session = sessionOf(response);
      if (session === null) throw new Refused(401, { code: "unauthenticated" });
      const deviceId = parsed(DeviceId, request.params.deviceId);
      const isNew = await devices.register(deviceId, parsed(Registration, request.body), session);
      if (!isNew) throw new Refused(409, { code: "invalid" });
      response
        .append(
          "Set-Cookie",
          `${keptCookie}=${deviceId}; Path=/; SameSite=Strict; Max-Age=${oneYearSeconds}`,
        )
        .json({ ok: true });
    } catch (error) {
      next(error);
    }
  });

  router.post("/devices/:deviceId/contact", body, async (request: Request, response, next) => {
    try {
      const deviceId = parsed(DeviceId, request.params.deviceId);
      const contact = parsed(Contact, request.body);
      response.json(await devices.contact(deviceId, contact, sessionOf(response)));
    } catch (error) {
      next(error);
    }
  });

  return router;
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refused(400, { code: "invalid" });
  return result.data;
}

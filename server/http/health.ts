import { Router } from "express";

/** A database that does not answer within this is not ready. */
const answerWithinMs = 2_000;

/**
 * `/health/live`: the process answers. `/health/ready`: it can do work, so a balancer may send people here. Neither
 * says anything about what is inside.
 */
export function health(isReady: () => Promise<boolean>): Router {
  const router = Router();
  router.get("/health/live", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ live: true });
  });
  router.get("/health/ready", (_request, response) => {
    const late = new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), answerWithinMs).unref();
    });
    Promise.race([isReady(), late])
      // Whatever is wrong is logged by the part it is wrong with; here it only means: not now.
      .catch(() => false)
      .then((ready) => {
        response
          .status(ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({ ready });
      });
  });
  return router;
}

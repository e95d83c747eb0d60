/** `/office-staff`: whom a member has named for the own office, and naming and removing them. */
import express, { type RequestHandler, type Response } from "express";
import { PersonId } from "../../domain/ids";
import { mayBeStaff, mayHaveStaff } from "../../domain/marks";
import { Refused } from "../http/errors";
import { requireSession, sessionOf } from "../http/session";
import type { OfficeStaff } from "./office-staff";

const notThere = () => new Refused(404, { code: "not_found" });

/** Mounted at `/office-staff`, behind the reading of the session. Naming and removing may be repeated. */
export function officeStaffDoor(staff: OfficeStaff): RequestHandler {
  const router = express.Router();
  router.use(requireSession);

  /** The person who asks, when there is an office to have staff in; for everybody else there is nothing here. */
  const memberOf = async (response: Response): Promise<PersonId> => {
    const session = sessionOf(response);
    if (session === null) throw notThere();
    const facts = await staff.factsOf(session.personId);
    if (!mayHaveStaff(facts)) throw notThere();
    return session.personId;
  };

  const answering =
    (answer: (memberId: PersonId, personId: PersonId | null) => Promise<object>): RequestHandler =>
    async (request, response, next) => {
      try {
        const memberId = await memberOf(response);
        const asked = request.params.personId;
        const personId = asked === undefined ? null : PersonId.safeParse(asked);
        if (personId?.success === false) throw notThere();
        response.json(await answer(memberId, personId?.data ?? null));
      } catch (error) {
        next(error);
      }
    };

  const listOf = async (memberId: PersonId) => {
    const named = await staff.staffOf(memberId);
    const { serving } = await staff.factsOf(memberId);
    const isNamed = (id: PersonId) => named.some(({ personId }) => personId === id);
    const others = serving.filter(({ personId }) => personId !== memberId && !isNamed(personId));
    return { staff: named, candidates: others };
  };

  router.get(
    "/",
    answering((memberId) => listOf(memberId)),
  );

  router.put(
    "/:personId",
    answering(async (memberId, personId) => {
      const facts = await staff.factsOf(memberId);
      if (personId === null || !mayBeStaff(memberId, personId, facts)) throw notThere();
      await staff.name(memberId, personId);
      return listOf(memberId);
    }),
  );

  router.delete(
    "/:personId",
    answering(async (memberId, personId) => {
      if (personId === null) throw notThere();
      await staff.remove(memberId, personId);
      return listOf(memberId);
    }),
  );

  return router;
}

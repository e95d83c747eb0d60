/** What the body is on a given day: its rules, its seats, and what a person is in it. */
import type { MembershipId, PersonId } from "../ids";
import { Day, type Instant } from "../text";
import type { BodyState, Named, Seat, Standing } from "./body";
import type { BodyRules } from "./rules";

/** BO12: the calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Instant): Day {
  const parts = calendarOf(timeZone).formatToParts(Date.parse(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return Day.parse(`${part("year")}-${part("month")}-${part("day")}`);
}

/** Not state: a calendar is a constant of its time zone, and ten times dearer to make than to ask. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const made = calendars.get(timeZone);
  if (made !== undefined) return made;
  const calendar = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  calendars.set(timeZone, calendar);
  return calendar;
}

function inForce(term: { from: Day; to: Day | null }, day: Day): boolean {
  return term.from <= day && (term.to === null || day < term.to);
}

/** BO2: the rules in force on a day; a day before the first rules has the first. */
export function rulesOn(body: BodyState, day: Day): BodyRules {
  const sorted = [...body.rules].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const rules = sorted.findLast(({ validFrom }) => validFrom <= day) ?? sorted[0];
  if (rules === undefined) throw new Error("a body without rules was never created");
  return rules;
}

/** BO5: the seats of those whose membership is in force, in protocol order. */
export function seatsOn(body: BodyState, day: Day): Seat[] {
  return Object.values(body.memberships)
    .filter((membership) => inForce(membership, day))
    .sort((a, b) => a.order - b.order)
    .map(({ agencyId, from: _from, to: _to, ...seat }) => ({
      ...seat,
      agencyCode: agencyId === null ? null : (body.agencies[agencyId]?.code ?? null),
    }));
}

/** BO9: everything a person is in the body that day; roles add up, a stranger has none. */
export function standingOf(body: BodyState, personId: PersonId, day: Day): Standing {
  const membership = Object.values(body.memberships).find(
    (candidate) => candidate.personId === personId && inForce(candidate, day),
  );
  const grants = Object.values(body.grants).filter(
    (grant) => grant.personId === personId && inForce(grant, day),
  );
  const membershipId: MembershipId | null = membership?.membershipId ?? null;
  return {
    personId,
    membershipId,
    roles: [
      ...(membership === undefined ? [] : [membership.role]),
      ...new Set(grants.map(({ role }) => role)),
    ],
    staff: membership === undefined ? [] : staffOf(body, personId, day),
    offices: grants.some(({ role }) => role === "member_staff")
      ? officesOf(body, personId, day)
      : [],
  };
}

/** BO15: those who serve as members' staff that day. */
export function membersStaffOn(body: BodyState, day: Day): Named[] {
  return Object.values(body.grants)
    .filter((grant) => grant.role === "member_staff" && inForce(grant, day))
    .map(({ personId, name }) => ({ personId, name }));
}

/** BO16: whom a member has named, as far as they serve that day. */
function staffOf(body: BodyState, memberId: PersonId, day: Day): readonly Named[] {
  const named = body.offices[memberId] ?? [];
  if (named.length === 0) return [];
  return membersStaffOn(body, day).filter(({ personId }) => named.includes(personId));
}

/** BO16: the members who have named the person, as far as they sit that day. */
function officesOf(body: BodyState, personId: PersonId, day: Day): PersonId[] {
  return Object.values(body.memberships)
    .filter((membership) => inForce(membership, day))
    .map((membership) => membership.personId)
    .filter((memberId) => body.offices[memberId]?.includes(personId) === true);
}

/** What decisions may know besides their stream: read once for a whole batch, in its transaction. */
import type { TransactionSql } from "postgres";
import type { BodyState, Standing } from "../../domain/bodies";
import { dayIn, standingOf } from "../../domain/bodies";
import type { Command } from "../../domain/commands";
import { isBodyCommand } from "../../domain/commands";
import type { Context } from "../../domain/decide";
import type { ReadyVersion } from "../../domain/documents";
import type { MeetingId, PersonId, VersionId } from "../../domain/ids";
import type { Actor } from "../../domain/stream";
import type { Day, Instant } from "../../domain/text";

/** Uploads for a meeting that passed the check, of those that a batch names. */
export type FindVersions = (
  tx: TransactionSql,
  meetingId: MeetingId,
  versionIds: readonly VersionId[],
) => Promise<ReadonlyMap<VersionId, ReadyVersion>>;

export type Surroundings = {
  body: BodyState | null;
  versions: ReadonlyMap<VersionId, ReadyVersion>;
  administrators: ReadonlySet<PersonId>;
  gradeCeiling: number;
};

type Asked = { command: Command; actor: Actor };

export function versionsFor(
  tx: TransactionSql,
  asked: readonly Asked[],
  find: FindVersions,
): Promise<ReadonlyMap<VersionId, ReadyVersion>> {
  const attached = asked.flatMap(({ command }) =>
    command.type === "document.attach" ? [command] : [],
  );
  // a batch is of one stream, hence of one meeting
  const [first] = attached;
  if (first === undefined) return Promise.resolve(new Map());
  return find(
    tx,
    first.meetingId,
    attached.map(({ versionId }) => versionId),
  );
}

/** Administrators among those who command a body; meetings never ask for them. */
export async function administratorsAmong(
  tx: TransactionSql,
  asked: readonly Asked[],
): Promise<ReadonlySet<PersonId>> {
  const people = asked.flatMap(({ command, actor }) =>
    isBodyCommand(command) && actor.kind === "person" ? [actor.personId] : [],
  );
  if (people.length === 0) return new Set();
  const rows = await tx<{ person_id: PersonId }[]>`
    select person_id from account where administrator and person_id = any(${people}::uuid[])`;
  return new Set(rows.map(({ person_id }) => person_id));
}

/**
 * What people are in a body, by day: states are immutable, so what was worked out for one holds for as
 * long as it does. A vote storm asks this once per voter and body, not once per vote.
 */
const workedOut = new WeakMap<BodyState, Map<string, Standing>>();

function standingIn(body: BodyState, personId: PersonId, day: Day): Standing {
  const ofBody = workedOut.get(body) ?? new Map<string, Standing>();
  workedOut.set(body, ofBody);
  const key = `${personId} ${day}`;
  const known = ofBody.get(key) ?? standingOf(body, personId, day);
  ofBody.set(key, known);
  return known;
}

/** Contexts for the commands of one batch. */
export function contextsIn(
  surroundings: Surroundings,
): (actor: Actor, now: Instant, body: BodyState | null) => Context {
  // reckoning a calendar day is dear, and a batch has one instant and one body
  const days = new Map<string, Day>();
  const dayOf = (timeZone: string, now: Instant): Day => {
    const key = `${timeZone} ${now}`;
    const day = days.get(key) ?? dayIn(timeZone, now);
    days.set(key, day);
    return day;
  };
  const standing = (actor: Actor, now: Instant, body: BodyState | null): Standing => {
    if (actor.kind === "system") return nobody;
    if (body === null) return { ...nobody, personId: actor.personId };
    return standingIn(body, actor.personId, dayOf(body.timeZone, now));
  };
  return (actor, now, body) => ({
    now,
    actor,
    body,
    standing: standing(actor, now, body),
    versions: surroundings.versions,
    gradeCeiling: surroundings.gradeCeiling,
    administrator: actor.kind === "person" && surroundings.administrators.has(actor.personId),
  });
}

/** The product itself holds no seat and no role; what it may do is said in `domain/decide.ts`. */
const nobody: Standing = {
  personId: "00000000-0000-0000-0000-000000000000" as PersonId,
  roles: [],
  membershipId: null,
  staff: [],
  offices: [],
};

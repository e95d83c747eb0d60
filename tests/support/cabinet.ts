/** The one door on a real database, with a body to act in and a session to vote in. */
import { randomUUID } from "node:crypto";
import type { Database } from "../../db";
import { governmentOfVietnam } from "../../domain/bodies";
import type { BodyCommand, MeetingCommand } from "../../domain/commands";
import { CommandId, type ItemId, type MeetingId, type PersonId } from "../../domain/ids";
import type { Answer } from "../../domain/protocol";
import type { Actor } from "../../domain/stream";
import { Day } from "../../domain/text";
import { type CommandDoor, openCommandDoor } from "../../server/commands/door";
import { findReadyVersions } from "../../server/documents";
import { project } from "../../server/projections";
import { type Ask, ids, info, installer, itemContent, people, person } from "./cabinet-in-memory";
import type { DatabaseCopy } from "./database";

type Given = Ask<BodyCommand> | Ask<MeetingCommand>;

/** A command as a client sends it, with an id of its own. */
export function command(asked: Given): Given & { id: CommandId } {
  return { ...asked, id: CommandId.parse(randomUUID()) };
}

/** One server process's worth of door: several may be opened on one database. */
export type TestNode = {
  database: Database;
  door: CommandDoor;
  /** Gives a command with a fresh id. */
  ask(asked: Given, by: Actor | PersonId): Promise<Answer>;
  /** @throws Error when it was refused: set-up that does not hold is a broken test */
  must(asked: Given, by: Actor | PersonId): Promise<Answer & { ok: true }>;
  close(): Promise<void>;
};

export const actorOf = (by: Actor | PersonId): Actor => (typeof by === "string" ? person(by) : by);

export async function openNode(copy: Pick<DatabaseCopy, "open">): Promise<TestNode> {
  const database = await copy.open();
  const door = openCommandDoor({
    sql: database.sql,
    project,
    findVersions: findReadyVersions,
    gradeCeiling: 0,
  });
  const ask: TestNode["ask"] = (asked, by) => door.execute(command(asked), actorOf(by));
  return {
    database,
    door,
    ask,
    async must(asked, by) {
      const answer = await ask(asked, by);
      if (!answer.ok) throw new Error(`${asked.type} refused: ${JSON.stringify(answer)}`);
      return answer;
    },
    async close() {
      await door.stop();
      await database.close();
    },
  };
}

const both = (vi: string) => ({ vi, en: vi });
const from = Day.parse("2020-01-01");

/** A body of `size` members (persons 1..size, the first its head) with its secretary. */
export async function foundBody({ must }: TestNode, size: number): Promise<void> {
  const bodyId = ids.body;
  const rules = {
    ...governmentOfVietnam,
    validFrom: from,
    approval: false,
    voteRequiresPresence: false,
  };
  const timeZone = "Asia/Ho_Chi_Minh";
  const name = both("Chính phủ");
  await must({ type: "body.create", bodyId, parentId: null, name, timeZone, rules }, installer);
  const members = Array.from({ length: size }, (_, index) => index + 1);
  await Promise.all(
    members.map((n) =>
      must(
        {
          type: "membership.begin",
          bodyId,
          membershipId: ids.membership(n),
          personId: ids.person(n),
          name: `Thành viên ${n}`,
          title: both(`Bộ trưởng ${n}`),
          role: n === 1 ? "chair" : "member",
          order: n,
          votingRight: true,
          agencyId: null,
          from,
        },
        installer,
      ),
    ),
  );
  const grant = { type: "role.grant", bodyId, grantId: ids.grant(1), from } as const;
  const office = { personId: people.secretary, name: "Thư ký", title: both("Thư ký") };
  await must({ ...grant, ...office, role: "secretary" }, installer);
}

/** A meeting in session on its only item. */
export async function openSession(
  { must }: TestNode,
  size: number,
  meetingId: MeetingId = ids.meeting,
  itemId: ItemId = ids.item(1),
): Promise<void> {
  const by = people.secretary;
  await must({ type: "meeting.create", meetingId, bodyId: ids.body, info }, by);
  const item = { type: "agenda.add_item", meetingId, itemId, parent: null } as const;
  await must({ ...item, content: { ...itemContent, purpose: "inform" } }, by);
  await must({ type: "meeting.publish", meetingId, basedOnRevision: 0 }, by);
  const present = Array.from({ length: size }, (_, index) => ids.invitation(index + 1));
  await Promise.all(
    present.map((invitationId) =>
      must({ type: "presence.record", meetingId, invitationId, where: "room" }, by),
    ),
  );
  await must({ type: "session.open", meetingId }, people.chair);
  await must({ type: "item.call", meetingId, itemId }, people.chair);
}

/** The same with an open ballot, `ids.ballot(1)`. */
export async function openBallot(node: TestNode, size: number): Promise<void> {
  await foundBody(node, size);
  await openSession(node, size);
  const own = { meetingId: ids.meeting, ballotId: ids.ballot(1) };
  const question = both("Thông qua?");
  await node.must(
    { type: "ballot.prepare", ...own, itemId: ids.item(1), question },
    people.secretary,
  );
  await node.must({ type: "ballot.open", ...own, seconds: null }, people.chair);
}

export const vote = (answer: "yes" | "no" | "abstain") =>
  ({ type: "ballot.vote", meetingId: ids.meeting, ballotId: ids.ballot(1), answer }) as const;

export const closeBallot = {
  type: "ballot.close",
  meetingId: ids.meeting,
  ballotId: ids.ballot(1),
} as const;

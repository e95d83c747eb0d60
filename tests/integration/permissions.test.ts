/**
 * Every command, every message and every address, as everybody, while the meeting is in every phase.
 * What comes of it is said by the tables (docs/permissions.md) and, for addresses, by the one in
 * support/every-address.ts; whatever is in no table fails. Words planted in what is confidential
 * reach only those they may.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RawSocket } from "../../bench/raw-socket";
import { dayIn, standingOf } from "../../domain/bodies";
import { type Command, commandTypes, isBodyCommand, parseCommand } from "../../domain/commands";
import { type Context, decideMeeting } from "../../domain/decide";
import type { BodyId, MeetingId } from "../../domain/ids";
import {
  type MeetingState,
  type PhaseName,
  phasesOf,
  rightsOf,
  seesItem,
  seesPaper,
  sightOf,
} from "../../domain/meetings";
import { type Ability, mayDo } from "../../domain/permissions";
import { type Answer, clientMessages } from "../../domain/protocol";
import { instantOf } from "../../domain/text";
import { ids, itemContent, person } from "../support/cabinet-in-memory";
import {
  type Asker,
  addresses,
  doors,
  doorsInSource,
  pagesInRoutes,
} from "../support/every-address";
import { samplesFor } from "../support/every-command";
import {
  type EveryPhase,
  nowhere,
  openEveryPhase,
  phases,
  plants,
  type Role,
  roleNames,
  roles,
  thingsOf,
} from "../support/every-phase";
import { keepPlace, putFile } from "../support/every-put";
import { Ears, mayKnow } from "../support/planted-words";

let every: EveryPhase;
let states: Map<PhaseName, { state: MeetingState; context(role: Role): Context }>;
const ears = new Ears();

beforeAll(async () => {
  every = await openEveryPhase();
  states = new Map();
  for (const phase of phases) {
    const found = await every.node.door.meeting(thingsOf(phase).meetingId);
    if (found?.meeting.phase.name !== phase) throw new Error(`no meeting is ${phase}`);
    const now = instantOf(new Date());
    const day = dayIn(found.body.timeZone, now);
    const around = { now, body: found.body, versions: new Map(), gradeCeiling: 0 };
    const context = (role: Role): Context => ({
      ...around,
      actor: person(roles[role]),
      standing: standingOf(found.body, roles[role], day),
      administrator: role === "administrator",
    });
    states.set(phase, { state: found.meeting, context });
  }
}, 120_000);
afterAll(() => every.stop());

function at(phase: PhaseName) {
  const found = states.get(phase);
  if (found === undefined) throw new Error(`no meeting is ${phase}`);
  return found;
}

function rights(phase: PhaseName, role: Role) {
  const { state, context } = at(phase);
  return rightsOf(state, context(role).standing);
}
const sight = (phase: PhaseName, role: Role) =>
  sightOf(at(phase).state, at(phase).context(role).standing);

/** What the tables say of a command: a refusal's code, or that the noun's own rules are asked. */
function verdict(phase: PhaseName, role: Role, command: Command) {
  if (isBodyCommand(command)) {
    const isOwn =
      command.type.startsWith("office.") && at(phase).context(role).standing.membershipId;
    return isOwn || (role === "administrator" && !command.type.startsWith("office."))
      ? "rules"
      : "not_found";
  }
  const may = mayDo(rights(phase, role), command.type);
  if (command.type === "meeting.create") return may ? "rules" : "not_found";
  if (sight(phase, role) === null) return "not_found";
  if (!may) return "forbidden";
  return phasesOf[command.type].includes(phase) ? "rules" : "meeting.wrong_phase";
}

/** One command of every type about a meeting, with ids of their own. */
function commandsAbout(phase: PhaseName, meetingId: MeetingId, bodyId: BodyId = ids.body) {
  const samples = samplesFor(thingsOf(phase), meetingId, bodyId);
  return Object.entries(samples).map(([type, payload]) => {
    const parsed = parseCommand({ id: randomUUID(), type, ...payload });
    if (!parsed.ok) throw new Error(`${type}: ${JSON.stringify(parsed.issues)}`);
    return parsed.command;
  });
}

const codeOf = (answer: Answer) => (answer.ok ? "accepted" : answer.refusal.code);
const notThere = ({ id }: Command) => ({
  ok: false,
  commandId: id,
  refusal: { code: "not_found" },
});
const everyRoleInEveryPhase = phases.flatMap((phase) =>
  roleNames.map((role) => [phase, role] as const),
);

test("the walk knows every command, every message and every address", async () => {
  const walked = commandsAbout("draft", nowhere).map(({ type }) => type);
  expect(walked.sort()).toEqual([...commandTypes].sort());
  expect(Object.keys(clientMessages)).toEqual([
    ...["join", "leave", "command", "clock"],
    ...["marks.open", "marks.write", "marks.close", "marks.presence"],
  ]);
  expect(Object.keys(addresses).sort()).toEqual((await pagesInRoutes()).sort());
  expect(await doorsInSource()).toEqual(doors);
});

test("every command as everybody in every phase: at the door", async () => {
  const wrong: string[] = [];
  await Promise.all(
    everyRoleInEveryPhase.map(async ([phase, role]) => {
      const { state, context } = at(phase);
      for (const command of commandsAbout(phase, state.meetingId)) {
        const expected = verdict(phase, role, command);
        const where = `${phase} ${role} ${command.type}: ${expected}`;
        if (expected === "rules" && !isBodyCommand(command)) {
          // decided without being carried out, so that the next one finds the meeting as it was
          const code = decideMeeting(state, command, context(role)).refusal?.code ?? "accepted";
          if (["not_found", "forbidden", "meeting.wrong_phase"].includes(code))
            wrong.push(`${where}, got ${code}`);
          continue;
        }
        const answer = await every.node.door.execute(command, person(roles[role]));
        const code = codeOf(answer);
        const isRefusedAsSaid = expected === "rules" ? code !== "not_found" : code === expected;
        if (!isRefusedAsSaid) wrong.push(`${where}, got ${code}`);
        if (expected === "not_found") expect(answer).toEqual(notThere(command));
      }
    }),
  );
  expect(wrong).toEqual([]);
  for (const phase of phases) {
    const now = await every.node.door.meeting(at(phase).state.meetingId);
    expect(now?.meeting.seq).toBe(at(phase).state.seq);
  }
}, 60_000);

test("a meeting that is not there gives everybody the same answer", async () => {
  const asked = roleNames.flatMap((role) =>
    commandsAbout("in_session", nowhere, ids.body)
      .filter((command) => !isBodyCommand(command) && command.type !== "meeting.create")
      .map((command) => ({ role, command })),
  );
  const answers = await Promise.all(
    asked.map(({ role, command }) => every.node.door.execute(command, person(roles[role]))),
  );
  expect(answers).toEqual(asked.map(({ command }) => notThere(command)));
});

test("every command as everybody: over HTTP and by socket", async () => {
  const wrong: string[] = [];
  await Promise.all(
    roleNames.map(async (role, index) => {
      const socket = await RawSocket.connect(every.server.address, every.cookies[role]);
      socket.onFrame = (text) => ears.hear(role, "answer by socket", text);
      for (const [n, type] of commandTypes.entries()) {
        const phase = phases[(index + n) % phases.length] ?? "draft";
        const [byHttp, bySocket] = [0, 1].map(() =>
          commandsAbout(phase, thingsOf(phase).meetingId).find((each) => each.type === type),
        );
        if (byHttp === undefined || bySocket === undefined) throw new Error(type);
        const expected = verdict(phase, role, byHttp);
        if (expected === "rules") continue;
        const notAfter = new Date(Date.now() + 60_000).toISOString();
        const [http, live] = await Promise.all([
          post("/commands", byHttp, every.cookies[role]),
          socket.ask("command", { command: bySocket, notAfter }),
        ]);
        ears.hear(role, "POST /commands", http.text);
        const codes = [JSON.parse(http.text), live].map((answer) =>
          codeOf(clientMessages.command.answer.parse(answer)),
        );
        const status = { not_found: 404, forbidden: 403, "meeting.wrong_phase": 409 }[expected];
        if (codes.some((code) => code !== expected) || http.status !== status)
          wrong.push(`${phase} ${role} ${type}: ${expected}, got ${codes} ${http.status}`);
      }
      socket.close();
    }),
  );
  expect(wrong).toEqual([]);
}, 60_000);

test("nobody gives a command, and nobody gets a socket", async () => {
  for (const command of commandsAbout("in_session", thingsOf("in_session").meetingId)) {
    const { status, text } = await post("/commands", command, null);
    ears.hear("nobody", "POST /commands", text);
    expect([command.type, status]).toEqual([command.type, 401]);
  }
  const socket = RawSocket.connect(every.server.address, null);
  await expect(socket).rejects.toThrow("unauthenticated");
});

async function post(address: string, body: object, cookie: string | null) {
  const response = await fetch(every.server.address + address, {
    method: "POST",
    headers: {
      ...(cookie !== null && { Cookie: cookie }),
      Origin: every.server.address,
      Accept: "application/json",
      "Content-Type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function get(who: Role | "nobody", address: string, headers: Record<string, string> = {}) {
  const response = await fetch(every.server.address + address, {
    redirect: "manual",
    headers: {
      Accept: "text/html",
      ...(who !== "nobody" && { Cookie: every.cookies[who] }),
      ...headers,
    },
  });
  const text = await response.text();
  ears.hear(who, `GET ${address}`, `${JSON.stringify([...response.headers])} ${text}`);
  return { status: response.status, text, location: response.headers.get("location") ?? "" };
}

function asker(phase: PhaseName, role: Role): Asker {
  const { context } = at(phase);
  const sees = sight(phase, role);
  const byRole = (ability: Ability) => mayDo(rightsOf(null, context(role).standing), ability);
  return {
    administrator: role === "administrator",
    published: at(phase).state.revisions.length > 0,
    sees,
    can: (ability) => sees !== null && mayDo(rights(phase, role), ability),
    holds: (ability, where) =>
      byRole(ability) || (where === "anywhere" && role === "otherSecretary"),
  };
}

const dataOf = (address: string) => (address === "/" ? "/_root.data" : `${address}.data`);
/** A page's data has a status of its own for being sent elsewhere. */
const dataStatus = (status: number) => (status === 302 ? 202 : status);

test("every address as everybody, the page and its data", async () => {
  const wrong: string[] = [];
  const check = (where: string, got: number, expected: number) => {
    if (got !== expected) wrong.push(`${where}: ${expected}, got ${got}`);
  };
  await Promise.all(
    roleNames.map(async (role) => {
      for (const address of Object.values(addresses)) {
        for (const phase of address.perMeeting ? phases : (["draft"] as const)) {
          const where = address.of(thingsOf(phase));
          const expected = address.gives(asker(phase, role), thingsOf(phase));
          const data = await get(role, dataOf(where), { Accept: "*/*" });
          check(`${phase} ${role} ${dataOf(where)}`, data.status, dataStatus(expected));
          // drawn once before publication and once in session: drawing adds no data
          if (phase !== "draft" && phase !== "in_session") continue;
          check(`${phase} ${role} ${where}`, (await get(role, where)).status, expected);
        }
      }
    }),
  );
  for (const address of Object.values(addresses)) {
    const where = address.of(thingsOf("in_session"));
    const page = await get("nobody", where);
    check(`nobody ${where}`, page.status, address.stranger ?? 302);
    const data = await get("nobody", dataOf(where), { Accept: "*/*" });
    const refused = address.besideFiles ? 401 : dataStatus(address.stranger ?? 302);
    check(`nobody ${dataOf(where)}`, data.status, refused);
    if (address.stranger !== undefined) continue;
    if (!page.location.startsWith("/sign-in")) wrong.push(`nobody ${where}: ${page.location}`);
    if (!address.besideFiles && !data.text.includes("/sign-in"))
      wrong.push(`nobody ${where}: ${data.text}`);
    check(`nobody POST ${where}`, (await post(where, {}, null)).status, 401);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("every paper and every upload as everybody in every phase", async () => {
  const wrong: string[] = [];
  await Promise.all(
    everyRoleInEveryPhase.map(async ([phase, role]) => {
      const { papers, meetingId, ...items } = thingsOf(phase);
      const sees = sight(phase, role);
      for (const which of ["plain", "closed", "open"] as const) {
        const { documentId } = papers[which];
        const has = sees !== null && seesPaper(sees, { itemId: items[which], documentId });
        for (const rest of ["", "/pages", "/export?as=list&marks=private,office,shared"]) {
          const { status } = await get(role, `/documents/${papers[which].versionId}${rest}`);
          if (status !== (has ? 200 : 404)) wrong.push(`${phase} ${role} ${which}: ${status}`);
        }
        const kept = await keepPlace(
          every.server.address,
          meetingId,
          papers[which],
          every.cookies[role],
        );
        if (kept !== (has ? 200 : 404)) wrong.push(`${phase} ${role} ${which} place: ${kept}`);
      }
      // of a grade that no body has, so that nothing is kept
      const answer = await putFile(every.server.address, meetingId, every.cookies[role]);
      const may = mayDo(rights(phase, role), "document.attach");
      const expected = sees === null ? 404 : may ? 422 : 403;
      if (answer !== expected) wrong.push(`${phase} ${role} upload: ${expected}, got ${answer}`);
    }),
  );
  const { papers, meetingId } = thingsOf("published");
  expect((await get("nobody", `/documents/${papers.open.versionId}`)).status).toBe(302);
  expect(await putFile(every.server.address, meetingId, null)).toBe(401);
  expect(await keepPlace(every.server.address, meetingId, papers.open, null)).toBe(401);
  for (const name of ["live", "ready"])
    expect((await get("nobody", `/health/${name}`)).text).toBe(
      JSON.stringify({ [name === "live" ? "live" : "ready"]: true }),
    );
  expect(wrong).toEqual([]);
}, 60_000);

test("every message as everybody in every phase, and what the room is told", async () => {
  const wrong: string[] = [];
  const { meetingId, put, prepared, text, open } = thingsOf("in_session");
  const sockets = await Promise.all(
    roleNames.map(async (role) => {
      const socket = await RawSocket.connect(every.server.address, every.cookies[role]);
      const marker: { seq: number; reached: () => void } = {
        seq: Number.POSITIVE_INFINITY,
        reached: () => undefined,
      };
      let last = 0;
      socket.onFrame = (frame) => {
        ears.hear(role, "frame", frame);
        // a direction comes only with a vote of one's own, while the ballot is open
        if (role !== "member" && role !== "deputy" && frame.includes(meetingId))
          if (/"answer":/.test(frame)) wrong.push(`${role} was told a direction: ${frame}`);
        const seq = /^42\["changes",/.test(frame) ? /"to":(\d+)/.exec(frame)?.[1] : undefined;
        if (seq !== undefined && frame.includes(meetingId)) last = Math.max(last, Number(seq));
        if (last >= marker.seq) marker.reached();
      };
      const missing = await socket.ask("join", { meetingId: nowhere });
      for (const phase of phases) {
        const joined = await socket.ask("join", { meetingId: thingsOf(phase).meetingId });
        const { ok } = clientMessages.join.answer.parse(joined);
        if (ok !== (sight(phase, role) !== null)) wrong.push(`${phase} ${role} join: ${ok}`);
        if (!ok) expect(joined).toEqual(missing);
      }
      const until = (seq: number) =>
        new Promise<void>((resolve) => {
          Object.assign(marker, { seq, reached: resolve });
          if (last >= seq) resolve();
        });
      return { role, socket, until };
    }),
  );
  const { must } = every.node;
  const by = roles.secretary;
  await must({ type: "ballot.vote", meetingId, ballotId: put, answer: "no" }, roles.deputy);
  await must(
    { type: "ballot.reword", meetingId, ballotId: prepared, question: text("question") },
    by,
  );
  await must(
    {
      type: "agenda.edit_item",
      meetingId,
      itemId: open,
      basedOnEdition: 2,
      content: { ...itemContent, title: text("workingCopy"), openToObservers: false },
    },
    by,
  );
  const asked = { meetingId, invitationId: ids.invitation(2), reason: text("absence").vi };
  await must({ type: "invitation.request_absence", ...asked }, roles.member);
  await must({ type: "invitation.refuse_absence", ...asked }, roles.officeLead);
  const leaves = { meetingId, invitationId: ids.invitation(6), where: "away" } as const;
  const { seq } = await must({ type: "presence.record", ...leaves }, by);
  await Promise.all(
    sockets.map(({ role, until }) =>
      sight("in_session", role)?.room === true ? until(seq) : null,
    ),
  );
  for (const { socket } of sockets) {
    expect(await socket.ask("leave", { meetingId })).toEqual({ ok: true });
    expect(await socket.ask("clock", { used: false })).toMatchObject({ ok: true });
    expect(await socket.ask("anything", {})).toMatchObject({ refusal: { code: "invalid" } });
    socket.close();
  }
  expect(wrong).toEqual([]);
}, 60_000);

test("every layer of every paper as everybody in every phase", async () => {
  const wrong: string[] = [];
  await Promise.all(
    everyRoleInEveryPhase.map(async ([phase, role]) => {
      const { meetingId, papers, ...things } = thingsOf(phase);
      const socket = await RawSocket.connect(every.server.address, every.cookies[role]);
      const missing = { ok: false, refusal: { code: "not_found" } };
      for (const which of ["plain", "closed", "open"] as const) {
        const seen = sight(phase, role);
        const { documentId } = papers[which];
        const itemId = things[which];
        const sees = seen !== null && seesPaper(seen, { itemId, documentId });
        const isShared = seen !== null && seesItem(seen, itemId);
        const expectedOf = {
          private: sees,
          office: sees && rights(phase, role).capacity === "member",
          shared: isShared,
        };
        for (const [layer, expected] of Object.entries(expectedOf)) {
          const where = { meetingId, documentId, layer };
          const opened = await socket.ask("marks.open", where);
          const answer = clientMessages["marks.open"].answer.parse(opened);
          if (answer.ok !== expected)
            wrong.push(`${phase} ${role} ${which} ${layer}: ${answer.ok}`);
          if (!answer.ok) expect(opened).toEqual(missing);
          const writes = answer.ok && answer.write !== null;
          const may =
            expected && (layer !== "shared" || rights(phase, role).capacity !== "observer");
          if (writes !== may) wrong.push(`${phase} ${role} ${which} ${layer} writes: ${writes}`);
          const of = { ...where, clientId: 1, update: "AAA=" };
          const written = await socket.ask("marks.write", of);
          const code = !expected ? "not_found" : may ? "marks.foreign_client" : "marks.read_only";
          expect(written).toMatchObject({ ok: false, refusal: { code } });
          // somebody else's own layer is not there for anybody
          if (layer === "shared") continue;
          const another = role === "secretary" ? roles.member : roles.secretary;
          expect(await socket.ask("marks.open", { ...where, of: another })).toEqual(missing);
        }
        // the office's layer of the member who handed it over, and of nobody else
        const office = { meetingId, documentId, layer: "office", of: roles.member };
        const opened = await socket.ask("marks.open", office);
        const isOffice = sees && (role === "member" || role === "memberStaff");
        expect(opened).toMatchObject({ ok: isOffice });
        const shown = await socket.ask("marks.presence", { meetingId, documentId, page: 1 });
        expect(shown).toMatchObject({ ok: isShared });
        const closed = await socket.ask("marks.close", { meetingId, documentId, layer: "shared" });
        expect(closed).toEqual({ ok: true });
      }
      socket.close();
    }),
  );
  expect(wrong).toEqual([]);
}, 60_000);

test("planted words reached whom they may reach, and nobody else", () => {
  const wrong: string[] = [];
  for (const role of roleNames)
    for (const [word, where] of ears.heard(role)) {
      const [plant, phase] = word.split(" ");
      const known = plants.find((each) => each === plant);
      const when = phases.find((each) => each === phase);
      if (known === undefined || when === undefined || !mayKnow(role, known, when))
        wrong.push(`${role} was told ${word} by ${where}`);
    }
  expect(wrong).toEqual([]);
  expect([...ears.heard("nobody")]).toEqual([]);
  // and they did travel: the desk was told of each, and of some others
  const heard = (role: Role) => new Set([...ears.heard(role).keys()].map((w) => w.split(" ")[0]));
  expect([...heard("secretary")].sort()).toEqual(plants.filter((plant) => plant !== "note").sort());
  expect(heard("member")).toContain("closedFile");
  expect(heard("namedGuest")).toContain("conclusion");
  expect(heard("absentMember")).toContain("absence");
  expect(heard("memberStaff")).toEqual(
    new Set(["meetingTitle", "plainTitle", "plainPaper", "plainFile", "note"]),
  );
});

/** What anybody can do to marks by hand: it neither reads nor writes what is not theirs, and the server lives. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { DocumentId, type PersonId } from "../../domain/ids";
import { LiveCabinet } from "../support/live-cabinet";
import { aMarkId, aNote, base64, contentOf, Desk, Marker, type Where } from "../support/marking";
import { aSitting, nameStaff, type Sitting } from "../support/sitting";

let cabinet: LiveCabinet;
let sitting: Sitting;
/** two members, an observer, the secretary */
let people: { lan: PersonId; minh: PersonId; observer: PersonId };
let cookies: { lan: string; minh: string; observer: string; secretary: string };
const markers: Marker[] = [];

const canary = "CHIM HOÀNG YẾN";

beforeAll(async () => {
  cabinet = await LiveCabinet.open();
});
beforeEach(async () => {
  sitting = await aSitting(cabinet, { members: 4, observers: 1 });
  const [, lan, minh] = sitting.members;
  const [observer] = sitting.observers;
  if (lan === undefined || minh === undefined || observer === undefined) throw new Error("people");
  people = { lan, minh, observer };
  const [ofLan = "", ofMinh = "", ofObserver = "", secretary = ""] = await cabinet.signIn([
    lan,
    minh,
    observer,
    sitting.secretary,
  ]);
  cookies = { lan: ofLan, minh: ofMinh, observer: ofObserver, secretary };
});
afterEach(() => {
  for (const marker of markers.splice(0)) marker.close();
});
afterAll(() => cabinet.close());

async function enter(who: keyof typeof cookies): Promise<Marker> {
  const marker = await Marker.connect(cabinet.address, cookies[who]);
  markers.push(marker);
  return marker;
}

const at = (layer: Where["layer"], more: Partial<Where> = {}): Where => ({
  meetingId: sitting.meetingId,
  documentId: sitting.papers.open,
  layer,
  ...more,
});
const refused = (code: string) => expect.objectContaining({ ok: false, refusal: { code } });

async function written(who: keyof typeof cookies, where: Where, body: string): Promise<Desk> {
  const desk = new Desk();
  desk.write(aMarkId(), aNote(body));
  const answers = await (await enter(who)).send(where, desk);
  expect(answers).toEqual([{ ok: true, seq: expect.any(Number) }]);
  return desk;
}

describe("what is written", () => {
  test("is there for all who see the paper, at once and later", async () => {
    const reader = await enter("minh");
    await reader.open(at("shared"));
    const desk = await written("lan", at("shared"), "Căn cứ nào?");
    await expect
      .poll(() => reader.heard)
      .toMatchObject([
        {
          layer: "shared",
          of: null,
          from: 0,
          to: 1,
          updates: [{ seq: 1, owner: people.lan, author: people.lan }],
        },
      ]);
    const later = await (await enter("observer")).open(at("shared"));
    expect(contentOf(later)).toEqual({ [people.lan]: desk.map.toJSON() });
    expect(later).toMatchObject({ cursor: 1, write: null });
    expect(await reader.open(at("shared"), { after: 1 })).toMatchObject({ cursor: 1, updates: [] });
  });

  test("in a private layer reaches nobody else, whatever they ask", async () => {
    const others = await Promise.all(
      (["minh", "observer", "secretary"] as const).map(async (who) => {
        const marker = await enter(who);
        await Promise.all([
          marker.open(at("shared")),
          marker.open(at("private")),
          marker.open(at("office")),
        ]);
        return marker;
      }),
    );
    await written("lan", at("private"), canary);
    await written("lan", at("office"), canary);
    const own = await enter("lan");
    expect(JSON.stringify(contentOf(await own.open(at("private"))))).toContain(canary);
    for (const marker of others) {
      for (const layer of ["private", "office"] as const) {
        expect(await marker.open(at(layer, { of: people.lan }))).toEqual(refused("not_found"));
        const intrusion = new Desk();
        const update = intrusion.write(aMarkId(), aNote("x"));
        expect(
          await marker.write(at(layer, { of: people.lan }), intrusion.doc.clientID, update),
        ).toEqual(refused("not_found"));
      }
      const frames = marker.frames.join("\n");
      expect(frames).not.toContain(canary);
      for (const base of encodings(canary)) expect(frames).not.toContain(base);
    }
  });

  test("by an observer in the shared layer is refused, in the own private one taken", async () => {
    await written("observer", at("private"), "own");
    const marker = await enter("observer");
    const [answer] = await marker.send(at("shared"), deskWith("x"));
    expect(answer).toEqual(refused("marks.read_only"));
  });

  test("on a paper that is not theirs, or nowhere, is as if there were none", async () => {
    const marker = await enter("observer");
    for (const documentId of [sitting.papers.closed, DocumentId.parse(randomUUID())]) {
      expect(await marker.open(at("shared", { documentId }))).toEqual(refused("not_found"));
      const desk = deskWith("x");
      expect(
        await marker.write(at("private", { documentId }), desk.doc.clientID, desk.last()),
      ).toEqual(refused("not_found"));
    }
  });
});

describe("an update", () => {
  test("that is no update of marks is refused", async () => {
    const marker = await enter("lan");
    const desk = new Desk();
    await marker.open(at("shared"), { clientIds: [desk.doc.clientID] });
    const good = desk.write(aMarkId(), aNote("good"));
    const send = (update: Uint8Array) => marker.write(at("shared"), desk.doc.clientID, update);
    const bad: Uint8Array[] = [
      new Uint8Array([]),
      new Uint8Array([255, 255, 255, 255, 255]),
      Buffer.from("garbage of some length, no update at all"),
      Y.convertUpdateFormatV1ToV2(good),
      // yjs issue 687: hangs its V2 reader
      Buffer.from("AAACAgABAAAAAAAAAAAAAAEBAQEBAAAA", "base64"),
      Buffer.concat([good, Buffer.from([0])]),
      good.subarray(0, good.length - 3),
    ];
    for (const update of bad.slice(1))
      expect(await send(update)).toEqual(refused("marks.unreadable"));
    const foreign = (change: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc();
      doc.clientID = desk.doc.clientID;
      change(doc);
      return Y.encodeStateAsUpdate(doc);
    };
    const values: unknown[] = [
      "text",
      { kind: "note" },
      { ...aNote("x"), admin: true },
      JSON.parse(`{"__proto__": {"admin": true}}`),
      undefined,
    ];
    for (const value of values)
      expect(await send(foreign((doc) => doc.getMap("marks").set(aMarkId(), value)))).toEqual(
        refused("marks.unreadable"),
      );
    const changes: ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap("other").set(aMarkId(), aNote("x")),
      (doc) => doc.getMap("marks").set("no id", aNote("x")),
      (doc) => doc.getMap("marks").set(aMarkId(), new Y.Map()),
      (doc) => doc.getText("marks").insert(0, "text"),
      (doc) => doc.getMap("marks").set(aMarkId(), new Y.Doc()),
      (doc) => doc.getArray("marks").push([aNote("x")]),
    ];
    for (const change of changes)
      expect(await send(foreign(change))).toEqual(refused("marks.unreadable"));
    expect(await send(good)).toMatchObject({ ok: true, seq: 1 });
  });

  test("whose value carries the prototype's name is refused byte for byte", async () => {
    const marker = await enter("lan");
    const desk = new Desk();
    await marker.open(at("shared"), { clientIds: [desk.doc.clientID] });
    const update = desk.write(aMarkId(), { ...aNote("x"), mentionsx: [] });
    const text = Buffer.from(update).toString("latin1").replace("mentionsx", "__proto__");
    expect(
      await marker.write(at("shared"), desk.doc.clientID, Buffer.from(text, "latin1")),
    ).toEqual(refused("marks.unreadable"));
  });

  test("with a gap is refused and nothing of it kept; after the missing one it is taken", async () => {
    const marker = await enter("lan");
    const desk = new Desk();
    const id = aMarkId();
    await marker.open(at("shared"), { clientIds: [desk.doc.clientID] });
    const [first, second, third] = [aNote("1"), aNote("2"), aNote("3")].map((mark) =>
      desk.write(id, mark),
    );
    if (!first || !second || !third) throw new Error("updates");
    const send = (update: Uint8Array) => marker.write(at("shared"), desk.doc.clientID, update);
    expect(await send(third)).toEqual(refused("marks.gap"));
    expect(await send(second)).toEqual(refused("marks.gap"));
    for (const update of [first, second, third])
      expect(await send(update)).toMatchObject({ ok: true });
    expect(contentOf(await marker.open(at("shared")))).toEqual({
      [people.lan]: { [id]: aNote("3") },
    });
  });

  test("that jumps by 2^31, or deletes what is not there, is refused", async () => {
    const marker = await enter("lan");
    const desk = new Desk(1);
    await marker.open(at("shared"), { clientIds: [1] });
    const send = (update: Uint8Array) => marker.write(at("shared"), desk.doc.clientID, update);
    const two31 = [128, 128, 128, 128, 8];
    const key = [...Buffer.from(aMarkId())];
    const jump = [1, 1, 1, 0, 1 | 32, 1, 5, ...Buffer.from("marks"), 36, ...key, ...two31, 0];
    expect(await send(new Uint8Array(jump))).toEqual(refused("marks.unreadable"));
    expect(await send(new Uint8Array([1, 1, 1, 0, 0, ...two31, 0]))).toEqual(
      refused("marks.unreadable"),
    );
    expect(await send(new Uint8Array([1, 1, 1, ...two31, 0, 1, 0]))).toEqual(refused("marks.gap"));
    expect(await send(new Uint8Array([0, 1, 1, 1, 0, ...two31]))).toEqual(refused("marks.gap"));
    expect(await send(new Uint8Array([0, 1, 7, 1, 0, 1]))).toEqual(refused("marks.gap"));
    expect(await send(desk.write(aMarkId(), aNote("x")))).toMatchObject({ ok: true });
  });

  test("under a client id that is another's, or was never issued, is refused", async () => {
    const lan = await enter("lan");
    const served = await enter("minh");
    await nameStaff(cabinet, sitting, people.lan, people.minh);
    const office = at("office", { of: people.lan });
    const desk = new Desk();
    const [first] = await lan.send(at("office"), deskFrom(desk, "hers"));
    expect(first).toMatchObject({ ok: true });
    // the office is one document with two writers: here ids could be squatted
    const asked = await served.open(office, { clientIds: [desk.doc.clientID] });
    expect(asked).toMatchObject({ ok: true, write: null });
    const squatter = new Desk();
    Y.applyUpdate(squatter.doc, Y.encodeStateAsUpdate(desk.doc));
    squatter.doc.clientID = desk.doc.clientID;
    const squatted = squatter.write(aMarkId(), aNote("squatted"));
    expect(await served.write(office, desk.doc.clientID, squatted)).toEqual(
      refused("marks.foreign_client"),
    );
    const never = deskWith("x");
    expect(await served.write(office, never.doc.clientID, never.last())).toEqual(
      refused("marks.foreign_client"),
    );
    const lied = new Desk();
    await served.open(office, { clientIds: [lied.doc.clientID] });
    expect(await served.write(office, lied.doc.clientID, squatted)).toEqual(
      refused("marks.foreign_client"),
    );
    // her next one is taken as ever
    expect(
      await lan.write(at("office"), desk.doc.clientID, desk.write(aMarkId(), aNote("more"))),
    ).toMatchObject({
      ok: true,
    });
  });

  test("that overwrites another's mark without a trace changes the attacker's own document alone", async () => {
    const desk = await written("lan", at("shared"), "hers");
    const [id = ""] = desk.map.keys();
    const attacker = new Desk();
    Y.applyUpdate(attacker.doc, Y.encodeStateAsUpdate(desk.doc));
    const marker = await enter("minh");
    await marker.open(at("shared"), { clientIds: [attacker.doc.clientID] });
    const overwrite = withoutDeletions(attacker.write(id, aNote("forged")));
    // it builds on what is not in the attacker's own document
    expect(await marker.write(at("shared"), attacker.doc.clientID, overwrite)).toEqual(
      refused("marks.gap"),
    );
    const own = new Desk();
    own.write(id, aNote("the same id, in the own document"));
    await marker.send(at("shared"), own);
    const content = contentOf(await marker.open(at("shared")));
    expect(content[people.lan]).toEqual({ [id]: aNote("hers") });
  });

  test("that was written before is answered and not written again", async () => {
    const marker = await enter("lan");
    const desk = deskWith("once");
    const update = desk.last();
    await marker.send(at("shared"), desk);
    for (let n = 0; n < 20; n++)
      expect(await marker.write(at("shared"), desk.doc.clientID, update)).toMatchObject({
        ok: true,
      });
    expect(await marker.open(at("shared"))).toMatchObject({ cursor: 1 });
  });

  test("of more than 64 KB is refused, and one of 50 MB ends its own line only", async () => {
    const marker = await enter("lan");
    const desk = new Desk();
    await marker.open(at("shared"), { clientIds: [desk.doc.clientID] });
    const large = new Uint8Array(66_000);
    expect(await marker.write(at("shared"), desk.doc.clientID, large)).toEqual(
      refused("marks.too_large"),
    );
    expect(await marker.write(at("shared"), desk.doc.clientID, new Uint8Array(200_000))).toEqual(
      refused("marks.too_large"),
    );
    const strokes = Array.from({ length: 9_000 }, (_, n) => n / 7);
    const ink = {
      ...aNote(""),
      kind: "ink",
      strokes: [{ width: 2, points: strokes.slice(0, 6_000) }],
    };
    const before = await marker.write(at("shared"), desk.doc.clientID, desk.write(aMarkId(), ink));
    expect(before).toEqual({ ok: true, seq: 1 });
    marker.socket.write(`421["marks.write",{"update":"${"A".repeat(50_000_000)}"}]`);
    await expect.poll(() => marker.socket.isOpen, { timeout: 10_000 }).toBe(false);
    expect(await (await enter("lan")).open(at("shared"))).toMatchObject({ ok: true });
  }, 30_000);
});

describe("asking for too much", () => {
  test("10,000 papers opened by one line are refused, and cost no one else", async () => {
    const marker = await enter("lan");
    const codes = new Map<string, number>();
    for (let n = 0; n < 10_000 && marker.socket.isOpen; n += 100) {
      const answers = Array.from({ length: 100 }, () =>
        marker.socket.ask(
          "marks.open",
          at("shared", { documentId: DocumentId.parse(randomUUID()) }),
        ),
      );
      await Promise.race([Promise.all(answers), closing(marker)]);
      for (const answer of await Promise.all(answers.map((one) => Promise.race([one, null])))) {
        const code: unknown = Object(Object(answer).refusal).code ?? "none";
        codes.set(String(code), (codes.get(String(code)) ?? 0) + 1);
      }
    }
    expect(marker.socket.isOpen).toBe(false);
    expect(codes.get("not_found")).toBeLessThan(100);
    expect(await (await enter("minh")).open(at("shared"))).toMatchObject({ ok: true });
  }, 30_000);
});

function closing(marker: Marker): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (marker.socket.isOpen) return;
      clearInterval(look);
      resolve();
    }, 10);
  });
}

function deskFrom(desk: Desk, body: string): Desk {
  desk.write(aMarkId(), aNote(body));
  return desk;
}
const deskWith = (body: string) => deskFrom(new Desk(), body);

/** The attack of engineering/realtime.md §2: what an update deletes is cut off, and nothing tells whom it overwrites. */
function withoutDeletions(update: Uint8Array): Uint8Array {
  const { structs } = Y.decodeUpdate(update);
  expect(structs).toHaveLength(1);
  const doc = new Y.Doc();
  const empty = Y.encodeStateAsUpdate(doc);
  expect([...empty]).toEqual([0, 0]);
  // the deletions of one range of one client: clients, client, ranges, clock, length
  for (let cut = update.length - 1; cut > 0; cut--) {
    const shorter = Buffer.concat([update.subarray(0, cut), Buffer.from([0])]);
    try {
      if (Y.decodeUpdate(shorter).structs.length === 1) return shorter;
    } catch {
      // cut in the middle of a value
    }
  }
  throw new Error("it could not be cut");
}

/** As it may stand in base64, whichever of the three places it begins at. */
function encodings(text: string): string[] {
  return [0, 1, 2].map((shift) =>
    base64(Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])).slice(4, -4),
  );
}

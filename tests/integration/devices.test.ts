/** Devices that keep papers: registered, heard from, taken back. Over HTTP, as devices come. */
import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContactAnswer } from "../../domain/devices";
import {
  type IdentityServer,
  type NewPerson,
  send,
  signIn,
  startIdentityServer,
} from "../support/identity";

let server: IdentityServer;
let places = 0;
beforeAll(async () => {
  server = await startIdentityServer({ TRUSTED_PROXIES: "1" });
});
afterAll(() => server.stop());

type Kept = { deviceId: string; secret: string };

async function signedIn(person?: NewPerson) {
  const who = person ?? (await server.newPerson());
  const headers = { "x-forwarded-for": `203.0.113.${++places}` };
  const { cookies } = await signIn(server.address, who, { headers });
  return { person: who, cookies };
}

async function register(cookies: readonly string[], name = "Máy tính bảng BTP-07") {
  const kept: Kept = { deviceId: randomUUID(), secret: randomBytes(32).toString("base64url") };
  const answer = await send(server.address, `/devices/${kept.deviceId}`, {
    method: "PUT",
    cookies,
    json: { name, secret: kept.secret },
  });
  return { kept, answer };
}

async function contact(
  { deviceId, secret }: Kept,
  cookies: readonly string[] = [],
  meetings: string[] = [],
) {
  const answer = await send(server.address, `/devices/${deviceId}/contact`, {
    cookies,
    json: { secret, meetings },
  });
  expect(answer.status).toBe(200);
  return ContactAnswer.parse(JSON.parse(answer.body));
}

const reportLost = (cookies: readonly string[], deviceId: string, page = "/account") =>
  send(server.address, page, { cookies, form: { intent: "device-lost", deviceId } });

describe("a registered device", () => {
  test("DV7 is renewed by its own person's session, and by nobody else's", async () => {
    const { cookies } = await signedIn();
    const { kept, answer } = await register(cookies);
    expect(answer.status).toBe(200);
    expect(answer.setCookies.join()).toContain("kept_on_device=");
    expect(await contact(kept, cookies)).toMatchObject({ state: "kept", renewed: true, gone: [] });
    const other = await signedIn();
    expect(await contact(kept, other.cookies)).toMatchObject({ state: "kept", renewed: false });
    expect(await contact(kept)).toMatchObject({ state: "kept", renewed: false });
  });

  test("hears the server's own time", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const heard = await contact(kept, cookies);
    if (heard.state !== "kept") throw new Error("withdrawn");
    expect(Math.abs(Date.parse(heard.at) - Date.now())).toBeLessThan(60_000);
  });

  test("DV10 gives back packs of meetings that its person does not see", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const meeting = randomUUID();
    expect(await contact(kept, cookies, [meeting])).toMatchObject({ gone: [meeting] });
  });

  test("is not there for who does not hold its secret: as one that never was", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const never = { state: "withdrawn", because: "unknown" };
    expect(await contact({ ...kept, secret: "x" }, cookies)).toEqual(never);
    expect(await contact({ deviceId: randomUUID(), secret: kept.secret }, cookies)).toEqual(never);
    expect(await contact(kept)).toMatchObject({ state: "kept" });
  });

  test("is nobody's to take over, and malformed ones are refused", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const other = await signedIn();
    const json = { name: "Máy khác", secret: randomBytes(32).toString("base64url") };
    const put = (path: string, body: unknown, by: readonly string[]) =>
      send(server.address, path, { method: "PUT", cookies: by, json: body });
    expect((await put(`/devices/${kept.deviceId}`, json, other.cookies)).status).toBe(409);
    expect((await put("/devices/nothing", json, cookies)).status).toBe(400);
    expect((await put(`/devices/${randomUUID()}`, { name: "" }, cookies)).status).toBe(400);
    expect((await put(`/devices/${randomUUID()}`, json, [])).status).toBe(401);
    expect(await contact(kept, cookies)).toMatchObject({ state: "kept", renewed: true });
  });
});

describe("taking back", () => {
  test("DV8, DV9 a device reported lost hears it at its next contact, signed in or not, for good", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const page = await send(server.address, "/account", { cookies });
    expect(page.body).toContain("Máy tính bảng BTP-07");
    expect((await reportLost(cookies, kept.deviceId)).status).toBe(200);
    const lost = { state: "withdrawn", because: "lost" };
    expect(await contact(kept)).toEqual(lost);
    expect(await contact(kept, cookies)).toEqual(lost);
    const [row] = await server.database.sql`
      select withdrawn_because, told_at is not null as told from device
      where device_id = ${kept.deviceId}`;
    expect(row).toMatchObject({ withdrawn_because: "lost", told: true });
  });

  test("DV8 another person can neither report it nor learn that it is there", async () => {
    const { cookies } = await signedIn();
    const { kept } = await register(cookies);
    const other = await signedIn();
    const answer = await reportLost(other.cookies, kept.deviceId);
    expect(answer.status).toBe(404);
    expect((await reportLost(other.cookies, randomUUID())).status).toBe(404);
    expect((await send(server.address, "/account", { cookies: other.cookies })).body).not.toContain(
      kept.deviceId,
    );
    expect((await reportLost(other.cookies, kept.deviceId, "/devices")).status).toBe(404);
    expect(await contact(kept, cookies)).toMatchObject({ state: "kept" });
  });

  test("DV8 an administrator sees all devices, and takes back anybody's", async () => {
    const { cookies, person } = await signedIn();
    const { kept } = await register(cookies, "Máy của thành viên");
    const office = await server.newPerson();
    await server.database.sql`
      update account set administrator = true where person_id = ${office.personId}`;
    const desk = await signedIn(office);
    const page = await send(server.address, "/devices", { cookies: desk.cookies });
    expect(page.body).toContain("Máy của thành viên");
    expect(page.body).toContain(person.name);
    expect((await reportLost(desk.cookies, kept.deviceId, "/devices")).status).toBe(200);
    expect(await contact(kept)).toEqual({ state: "withdrawn", because: "lost" });
  });

  test("DV9 signing out there withdraws it; a session that only ran out does not", async () => {
    const { cookies, person } = await signedIn();
    const { kept } = await register(cookies);
    await contact(kept, cookies);
    await server.database.sql`
      delete from session where person_id = ${person.personId}`;
    expect(await contact(kept)).toMatchObject({ state: "kept", renewed: false });
    const again = await signedIn(person);
    await contact(kept, again.cookies);
    await send(server.address, "/sign-out", { method: "POST", cookies: again.cookies, form: {} });
    expect(await contact(kept)).toEqual({ state: "withdrawn", because: "signed_out" });
  });

  test("DV9 ending a session from elsewhere withdraws the device that it was in, and no other", async () => {
    const here = await signedIn();
    const there = await signedIn(here.person);
    const { kept: mine } = await register(here.cookies, "Máy này");
    const { kept: far } = await register(there.cookies, "Máy kia");
    await send(server.address, "/account", {
      cookies: here.cookies,
      form: { intent: "end-others" },
    });
    expect(await contact(far)).toEqual({ state: "withdrawn", because: "signed_out" });
    expect(await contact(mine, here.cookies)).toMatchObject({ state: "kept", renewed: true });
  });
});

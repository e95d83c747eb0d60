/** A person comes in by password, makes the tablet a key, and comes in by the key from then on. */
import { afterAll, beforeAll, expect } from "vitest";
import { addAuthenticator } from "../support/authenticator";
import { test } from "../support/browser";
import { openWithScriptsHeld } from "../support/held-scripts";
import { type IdentityServer, type NewPerson, startIdentityServer } from "../support/identity";

let server: IdentityServer;
let person: NewPerson;
beforeAll(async () => {
  server = await startIdentityServer();
  person = await server.newPerson();
});
afterAll(() => server.stop());

test("by password, in either language, and out again", async ({ visit }) => {
  const page = await visit(server.address, { expectInConsole: [/401/] });
  await page.goto("/account");
  await page.getByLabel("Tên đăng nhập").fill(person.userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("not it");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.").waitFor();
  expect(await page.getByLabel("Tên đăng nhập").inputValue()).toBe(person.userName);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Sign in to E-Cabinet" }).waitFor();
  await page.getByLabel("User name").fill(person.userName);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await page.getByRole("heading", { name: person.name }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");
});

test("by a passkey, once it is registered; each answer counts once", async ({ visit }) => {
  const page = await visit(server.address, { expectInConsole: [/401/] });
  const device = await addAuthenticator(page);
  await page.goto("/account");
  await page.getByLabel("Tên đăng nhập").fill(person.userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("button", { name: "Đăng ký khóa trên thiết bị này" }).click();
  await page.getByText("Đã đăng ký khóa bảo mật.").waitFor();
  expect(await device.credentials()).toHaveLength(1);

  const signOut = async () => {
    await page.context().clearCookies({ name: "session" });
    await page.goto("/account");
  };
  await signOut();
  let answer = "";
  page.on("request", (request) => {
    const body = request.postData();
    if (request.url().endsWith("/sign-in/passkey") && body) answer = body;
  });
  const usePasskey = page.getByRole("button", { name: "Dùng khóa bảo mật hoặc vân tay" });
  await usePasskey.click();
  await page.getByRole("heading", { name: person.name }).waitFor();
  expect(answer).toContain("clientDataJSON");

  // The same answer again, as somebody who read along would send it.
  const status = await page.evaluate(async (body) => {
    const again = await fetch("/sign-in/passkey", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return again.status;
  }, answer);
  expect(status).toBe(401);

  await signOut();
  await device.recognises(false);
  await usePasskey.click();
  await page.getByText("Chưa đăng nhập được bằng khóa bảo mật.").waitFor();

  await device.recognises(true);
  await device.turnCountersBack();
  await usePasskey.click();
  await page.getByText("Chưa đăng nhập được bằng khóa bảo mật.").waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("when the session ends meanwhile, the next step leads to the sign-in page and back", async ({
  visit,
}) => {
  const page = await visit(server.address);
  await page.goto("/account");
  await page.getByLabel("Tên đăng nhập").fill(person.userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("heading", { name: person.name }).waitFor();
  await server.database.sql`delete from session`;
  await page.getByRole("link", { name: "Phiên họp" }).first().click();
  await page.getByText("Phiên làm việc đã hết hạn.").waitFor();
  expect(page.url()).toBe(`${server.address}/sign-in?next=%2Fmeetings`);
});

test("what is typed before the page's scripts have come is kept", async ({ visit }) => {
  const page = await visit(server.address);
  const release = await openWithScriptsHeld(page, "/account");
  await page.getByLabel("Tên đăng nhập").fill(person.userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await release();
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("heading", { name: person.name }).waitFor();
});

test("a button pressed before the page's scripts have come does its work, once", async ({
  visit,
}) => {
  const page = await visit(server.address);
  await page.goto("/account");
  await page.getByLabel("Tên đăng nhập").fill(person.userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("heading", { name: person.name }).waitFor();
  const release = await openWithScriptsHeld(page, "/account");
  const menu = page.getByRole("button", { name: /^Tài khoản/ });
  await menu.click();
  await menu.click();
  await release();
  await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
  await page.waitForURL(/sign-in/);
});

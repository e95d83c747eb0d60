/** `npm run admin:create` as an operator runs it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentityServer, send, signIn, startIdentityServer } from "../support/identity";

const run = promisify(execFile);

let server: IdentityServer;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());

function createAdministrator(args: string[], variables: Record<string, string> = {}) {
  return run(process.execPath, ["--import", "tsx", "tools/admin-create.ts", ...args], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      DATABASE_URL: server.database.url,
      ...variables,
    },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

test("the first administrator gets a password that is shown once and signs in with it", async () => {
  const made = await createAdministrator(["--name", "Nông Văn Kỹ", "--user-name", "ky.nv"]);
  expect(made.code).toBe(0);
  const password = /: ([a-z0-9-]{23})\s*$/.exec(made.said)?.[1] ?? "";
  const answer = await signIn(server.address, { userName: "ky.nv", password });
  expect(answer.status).toBe(302);
  const session = await server.identity.sessions.authenticate({
    cookie: answer.cookies.join("; "),
  });
  expect(session).toMatchObject({ name: "Nông Văn Kỹ", administrator: true });
  const page = await send(server.address, "/account", { cookies: answer.cookies });
  expect(page.status).toBe(200);
});

test("a password of one's own is not printed; what cannot be is said in a sentence", async () => {
  const secret = "một mật khẩu rất dài";
  const args = ["--name", "Ứng Công Minh", "--user-name", "minh.uc"];
  const made = await createAdministrator(args, { ADMIN_PASSWORD: secret });
  expect(made.code).toBe(0);
  expect(made.said).not.toContain(secret);
  expect((await signIn(server.address, { userName: "minh.uc", password: secret })).status).toBe(
    302,
  );
  const refusals: [string[], Record<string, string>, RegExp][] = [
    [args, { ADMIN_PASSWORD: secret }, /is taken/],
    [args, { ADMIN_PASSWORD: "short" }, /12 to 200/],
    [["--name", "X", "--user-name", "Không dấu"], {}, /--user-name/],
    [["--user-name", "x.y"], {}, /--name/],
  ];
  for (const [given, variables, sentence] of refusals) {
    const refused = await createAdministrator(given, variables);
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(sentence);
  }
});

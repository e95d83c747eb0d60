/** `npm run body:found` as an operator runs it, on a real database and through the one door. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type IdentityServer, signIn, startIdentityServer } from "../support/identity";

const run = promisify(execFile);

const plan = {
  name: { vi: "Hội đồng thử nghiệm", en: "Trial board" },
  timeZone: "Asia/Ho_Chi_Minh",
  from: "2026-01-01",
  rules: "plainInternational",
  agencies: [{ code: "TC", name: { vi: "Sở Tài chính", en: "Finance" }, kind: "department" }],
  members: [
    {
      userName: "an.nv",
      name: "Nguyễn Văn An",
      title: { vi: "Chủ tịch", en: "Chair" },
      role: "chair",
      agency: null,
    },
    {
      userName: "binh.tt",
      name: "Trần Thị Bình",
      title: { vi: "Giám đốc Sở", en: "Director" },
      role: "member",
      agency: "TC",
    },
  ],
  office: [
    {
      userName: "lan.nt",
      name: "Nhâm Tuyết Lan",
      title: { vi: "Thư ký", en: "Secretary" },
      role: "secretary",
    },
  ],
  guests: [{ userName: "khach.m", name: "Khách Mời" }],
};

let server: IdentityServer;
let folder: string;
beforeAll(async () => {
  server = await startIdentityServer();
  folder = await mkdtemp(path.join(tmpdir(), "founding-"));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function found(content: object) {
  const file = path.join(folder, "plan.json");
  await writeFile(file, JSON.stringify(content));
  return run(process.execPath, ["--import", "tsx", "tools/body-found.ts", file], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, DATABASE_URL: server.database.url },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: `${error.stdout}${error.stderr}`,
    }),
  );
}

const countMembers = () => server.database.sql<{ name: string; order: number }[]>`
  select name, "order" from membership order by "order"`;

test("a refused plan goes on where it stopped, a repeated one changes nothing, and people sign in", async () => {
  const [chair, member] = plan.members;
  const broken = { ...plan, members: [chair, { ...member, agency: "XX" }] };
  const refused = await found(broken);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('"binh.tt": agency.unknown');

  const made = await found(plan);
  expect(made.code).toBe(0);
  expect(made.said).not.toContain("an.nv\t");
  const again = await found(plan);
  expect([again.code, again.said.includes("\t")]).toEqual([0, false]);
  expect([...(await countMembers())]).toEqual([
    { name: "Nguyễn Văn An", order: 1 },
    { name: "Trần Thị Bình", order: 2 },
  ]);

  const password = /^an\.nv\t(\S+)\t/m.exec(refused.said)?.[1] ?? "";
  const answer = await signIn(server.address, { userName: "an.nv", password });
  expect(answer.status).toBe(302);
});

test("an unusable plan is said in sentences and writes nothing", async () => {
  const before = await countMembers();
  const refused = await found({ ...plan, rules: "ourOwn", members: [] });
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("The plan is not usable");
  expect(await countMembers()).toEqual(before);
});

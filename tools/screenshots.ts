/**
 * `npm run screenshots`: takes the README's pictures from the running product, filled with the demonstration, at the
 * sizes of the blueprint. Into docs/pictures/, or the folder that is named.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { helperId, memberId } from "../db/demo/people";
import { meetingIdOf } from "../db/demo/seed/papers";
import type { PersonId } from "../domain/ids";
import { readConfig } from "../server/config";
import { serve } from "../server/serve";
import { desktop, tabletLandscape, tabletPortrait } from "../tests/support/browser-sizes";
import { launchChromium } from "../tests/support/chromium";
import { ensureBuilt } from "./build.mjs";

const chair = memberId(1);
const member = memberId(7);
const secretary = helperId("secretary");
const november = `/meetings/${meetingIdOf("november")}`;
const october = meetingIdOf("october");

type Picture = {
  name: string;
  person: PersonId | null;
  path: string;
  viewport: { width: number; height: number };
  language?: "vi" | "en";
  colorScheme?: "light" | "dark";
};

const folder = path.resolve(process.argv[2] ?? "docs/pictures");
await ensureBuilt();
await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(path.join(tmpdir(), "e-cabinet-pictures-"));
const server = await serve(
  readConfig({ NODE_ENV: "test", PORT: "0", DEMO: "on", DATA_DIR: dataDir }),
);
const browser = await launchChromium();
try {
  for (const picture of await pictures()) await take(picture);
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function pictures(): Promise<Picture[]> {
  const view = await server.cabinet.read.meetingView(october, member);
  const declared = view?.shared.ballots.find(({ state }) => state === "declared");
  if (!declared) throw new Error("The demonstration's October has no declared ballot.");
  const result = `/meetings/${october}/ballots/${declared.ballotId}`;
  const room = `${november}/room`;
  const seen = await server.cabinet.read.meetingView(meetingIdOf("november"), member);
  const decree = seen?.shared.items[1]?.papers[1];
  if (!decree) throw new Error("The demonstration's November has no paper.");
  const paper = `${november}/papers/${decree.documentId}?page=9`;
  return [
    { name: "sign-in", person: null, path: "/sign-in", viewport: desktop },
    { name: "today", person: member, path: "/", viewport: tabletLandscape },
    { name: "room", person: member, path: room, viewport: tabletLandscape },
    { name: "room-portrait", person: member, path: room, viewport: tabletPortrait, language: "en" },
    {
      name: "room-dark",
      person: member,
      path: room,
      viewport: tabletLandscape,
      colorScheme: "dark",
    },
    { name: "paper", person: member, path: paper, viewport: tabletLandscape },
    { name: "paper-portrait", person: member, path: paper, viewport: tabletPortrait },
    { name: "chair", person: chair, path: `${november}/chair`, viewport: desktop },
    { name: "builder", person: secretary, path: `${november}/edit`, viewport: desktop },
    { name: "result", person: member, path: result, viewport: desktop, language: "en" },
  ];
}

async function take(picture: Picture): Promise<void> {
  const { name, person, viewport, language = "vi", colorScheme = "light" } = picture;
  const context = await browser.newContext({
    baseURL: server.address,
    viewport,
    colorScheme,
    locale: language === "vi" ? "vi-VN" : "en-GB",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
  });
  if (person !== null) {
    const facts = { via: "demo", address: "127.0.0.1", device: "screenshots" } as const;
    const value = await server.identity.sessions.begin(person, facts);
    await context.addCookies([{ name: "session", value, url: server.address }]);
  }
  const page = await context.newPage();
  await page.goto(picture.path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  console.info(`${name}: ${viewport.width} × ${viewport.height}`);
}

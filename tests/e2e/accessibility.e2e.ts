/** axe finds nothing on any screen, in both languages, light and dark. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { z } from "zod";
import { helperId, memberId } from "../../db/demo/people";
import { meetingIdOf } from "../../db/demo/seed/papers";
import type { PersonId } from "../../domain/ids";
import { test } from "../support/browser";
import { type Demo, openDemo } from "../support/demo";

const Findings = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })),
    }),
  ),
});

const chair = memberId(1);
const secretary = helperId("secretary");
const november = `/meetings/${meetingIdOf("november")}`;
const october = `/meetings/${meetingIdOf("october")}`;
const december = `/meetings/${meetingIdOf("december")}`;

let demo: Demo;
let declared: string;
let paper: string;
beforeAll(async () => {
  demo = await openDemo();
  const view = await demo.cabinet.read.meetingView(meetingIdOf("october"), chair);
  const ballot = view?.shared.ballots.find(({ state }) => state === "declared");
  if (!ballot) throw new Error("The demonstration's October has no declared ballot.");
  const november = await demo.cabinet.read.meetingView(meetingIdOf("november"), memberId(7));
  const decree = november?.shared.items[1]?.papers[1];
  if (!decree) throw new Error("The demonstration's November has no paper.");
  paper = `/meetings/${meetingIdOf("november")}/papers/${decree.documentId}`;
  declared = `${october}/ballots/${ballot.ballotId}`;
}, 240_000);
afterAll(() => demo.stop());

/** Only the style sheet knows of light and dark: the page follows without being loaded again, colours at the end of their way. */
async function shownIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map((transition) => transition.finished),
    ),
  );
}

async function findingsOn(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  return Findings.parse(found).violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${html.slice(0, 200)}`,
    ),
  );
}

const screens: { name: string; person: PersonId | null; path: () => string }[] = [
  { name: "sign-in", person: null, path: () => "/sign-in" },
  { name: "today of the chair", person: chair, path: () => "/" },
  { name: "today of the secretary", person: secretary, path: () => "/" },
  { name: "meetings", person: secretary, path: () => "/meetings" },
  { name: "new meeting", person: secretary, path: () => "/meetings/new" },
  { name: "builder", person: secretary, path: () => `${december}/edit` },
  { name: "room of a member", person: memberId(7), path: () => `${november}/room` },
  { name: "a paper", person: memberId(7), path: () => paper },
  { name: "chair's desk", person: chair, path: () => `${november}/chair` },
  { name: "attendance", person: secretary, path: () => `${november}/attendance` },
  { name: "result", person: memberId(7), path: () => declared },
  { name: "journals", person: helperId("auditor"), path: () => "/journal" },
  {
    name: "journal of a meeting",
    person: helperId("auditor"),
    path: () => `/journal/meeting:${meetingIdOf("october")}`,
  },
  { name: "account", person: memberId(7), path: () => "/account" },
];

describe.each(["vi", "en"])("in %s, light and dark", (language) => {
  test.for(screens)("$name", async ({ person, path }, { visit }) => {
    const locale = language === "vi" ? "vi-VN" : "en-GB";
    const page = await visit(demo.address, { locale });
    if (person !== null) await demo.signIn(page, person);
    const answer = await page.goto(path(), { waitUntil: "networkidle" });
    expect(answer?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(path());
    expect(await page.getAttribute("html", "lang")).toBe(language);
    // Run through the debugger, because the page's policy rightly refuses scripts of strangers.
    await page.evaluate(axe.source);
    for (const colorScheme of ["light", "dark"] as const) {
      await shownIn(page, colorScheme);
      expect(await findingsOn(page), colorScheme).toEqual([]);
    }
  });
});

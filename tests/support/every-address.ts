/** Every address that the product answers, and whom each is there for. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "../../app/routes";
import { type Sight, seesItem } from "../../domain/meetings";
import type { Ability } from "../../domain/permissions";
import { productRoot } from "./database";
import { roles, type Things } from "./every-phase";

/** Who asks, as the tables have it. */
export type Asker = {
  /** of the installation */
  administrator: boolean;
  /** the meeting in question has been */
  published: boolean;
  sees: Sight | null;
  /** in the meeting, which one must see for it */
  can(ability: Ability): boolean;
  /** by role alone, in any body, or in the meeting's own */
  holds(ability: Ability, where: "anywhere" | "here"): boolean;
};

type Address = {
  of(things: Things): string;
  /** differs from meeting to meeting */
  perMeeting: boolean;
  /** status for who is signed in */
  gives(asker: Asker, things: Things): 200 | 302 | 404;
  /** status for who is not; without it they are sent to the sign-in page */
  stranger?: 200 | 302 | 404;
  /** beside files, where no page asks: its data says 401 instead of the way to sign in */
  besideFiles?: true;
};

const fixed = (
  address: string,
  gives: Address["gives"] | 200 | 302 | 404,
  stranger?: Address["stranger"],
): Address => ({
  of: () => address,
  perMeeting: false,
  gives: typeof gives === "number" ? () => gives : gives,
  ...(stranger !== undefined && { stranger }),
});

const ofMeeting = (rest: (things: Things) => string, gives: Address["gives"]): Address => ({
  of: (things) => `/meetings/${things.meetingId}${rest(things)}`,
  perMeeting: true,
  gives,
});

const when = (isSo: boolean) => (isSo ? 200 : 404);

/** By the path in app/routes.ts. */
export const addresses: Record<string, Address> = {
  "": fixed("/", 200),
  "sign-in": fixed("/sign-in", 302, 200),
  "sign-in/demo": fixed("/sign-in/demo", 404, 404),
  "sign-in/passkey": fixed("/sign-in/passkey", 404, 404),
  "sign-out": fixed("/sign-out", 302, 302),
  "signed-out": fixed("/signed-out", 302, 302),
  language: fixed("/language", 302, 302),
  appearance: fixed("/appearance", 302, 302),
  meetings: fixed("/meetings", 200),
  "meetings/new": fixed("/meetings/new", ({ holds }) => when(holds("meeting.create", "anywhere"))),
  "meetings/:meetingId": ofMeeting(
    () => "",
    ({ sees }) => (sees === null ? 404 : 302),
  ),
  "meetings/:meetingId/room": ofMeeting(
    () => "/room",
    ({ can }) => when(can("room.enter")),
  ),
  // a question that is only prepared is there for those who run the meeting
  "meetings/:meetingId/ballots/:ballotId": ofMeeting(
    ({ prepared }) => `/ballots/${prepared}`,
    ({ sees }) => when(sees?.runs === true),
  ),
  "meetings/:meetingId/papers/:documentId": ofMeeting(
    ({ papers }) => `/papers/${papers.closed.documentId}`,
    ({ sees }, { closed }) =>
      when(sees !== null && (sees.items === "all" || sees.items.includes(closed))),
  ),
  "meetings/:meetingId/papers/:documentId/readers": ofMeeting(
    ({ papers }) => `/papers/${papers.closed.documentId}/readers`,
    ({ sees }, { closed }) =>
      when(sees !== null && (sees.items === "all" || sees.items.includes(closed))),
  ),
  // The papers of every phase have one version: there is nothing to compare, for anybody.
  "meetings/:meetingId/papers/:documentId/changes": ofMeeting(
    ({ papers }) => `/papers/${papers.closed.documentId}/changes`,
    () => 404,
  ),
  "meetings/:meetingId/chair": ofMeeting(
    () => "/chair",
    ({ can }) => when(can("session.open") || can("presiding.assign")),
  ),
  "meetings/:meetingId/edit": ofMeeting(
    () => "/edit",
    ({ sees }) => when(sees?.office === true),
  ),
  // the secretariat sees what the head sees, and that is something once it was put to the head
  "meetings/:meetingId/preview/:personId": ofMeeting(
    () => `/preview/${roles.secretary}`,
    ({ can }) => when(can("meeting.preview")),
  ),
  "meetings/:meetingId/attendance": ofMeeting(
    () => "/attendance",
    ({ can }) => when(can("presence.record") || can("invitation.grant_absence")),
  ),
  "meetings/:meetingId/search": ofMeeting(
    () => "/search",
    ({ sees }) => when(sees !== null),
  ),
  search: fixed("/search", 200),
  "search/answer": fixed("/search/answer", 200),
  // what was published goes onto a device; a working copy does not, nor does what was handed over
  "meetings/:meetingId/offline-pack": ofMeeting(
    () => "/offline-pack",
    ({ can, published }) => when(can("room.enter") && published),
  ),
  "meetings/:meetingId/offline-pack/:documentId": {
    of: ({ meetingId, papers }) => `/meetings/${meetingId}/offline-pack/${papers.open.documentId}`,
    perMeeting: true,
    gives: ({ sees, published }, { open }) =>
      when(sees !== null && published && seesItem(sees, open)),
  },
  offline: fixed("/offline", 200, 200),
  devices: fixed("/devices", ({ administrator }) => when(administrator)),
  // of each paper in each phase: "every paper and every upload"
  "documents/:versionId/export": {
    of: ({ papers }) => `/documents/${papers.open.versionId}/export`,
    perMeeting: false,
    besideFiles: true,
    gives: ({ sees }, { open }) => when(sees !== null && seesItem(sees, open)),
  },
  journal: fixed("/journal", ({ holds }) => when(holds("journal.read", "here"))),
  "journal/:stream": {
    of: ({ meetingId }) => `/journal/meeting:${meetingId}`,
    perMeeting: true,
    gives: ({ holds }) => when(holds("journal.read", "here")),
  },
  account: fixed("/account", 200),
  "account/presence": fixed("/account/presence", 200),
  "account/passkeys": fixed("/account/passkeys", 404),
  "*": fixed("/no/such/page", 404),
};

/** Doors beside the pages, as the source names them below where they are mounted. */
export const doors = [
  "get /:versionId",
  "get /:versionId/outline",
  "get /:versionId/pages",
  "get /:versionId/pages/:page/:kind.webp",
  "get /:versionId/text",
  "get /health/live",
  "get /health/ready",
  "post /commands",
  "post /devices/:deviceId/contact",
  "put /:meetingId/:documentId",
  "put /:versionId",
  "put /devices/:deviceId",
  "use /assets",
  "use /bookmarks",
  "use /documents",
  "use /uploads",
];

const paths = (entries: readonly RouteConfigEntry[]): string[] =>
  entries.flatMap(({ path: own = "", children = [] }) => [own, ...paths(children)]);

export const pagesInRoutes = async (): Promise<string[]> => paths(await routes);

/** What the server's own sources put under an address. */
export async function doorsInSource(): Promise<string[]> {
  const folder = path.join(productRoot, "server");
  const files = await readdir(folder, { recursive: true });
  const found = new Set<string>();
  for (const file of files.filter((name) => name.endsWith(".ts"))) {
    const text = await readFile(path.join(folder, file), "utf8");
    const named = text.matchAll(/\.(get|put|post|patch|delete|all|use)\(\s*"(\/[^"]*)"/g);
    for (const [, method, address] of named) found.add(`${method} ${address}`);
  }
  return [...found].sort();
}

/** Which threads the list shows, and in what order. */
import type { PersonId } from "../../domain/ids";
import type { Layer, MarkColour, Thread } from "../../domain/marks";
import { compareAnchors, placeOf } from "./anchors";
import type { DrawnMark, StandingMark } from "./drawn-marks";
import { hasPin } from "./threads-shown";

export type NotesFilter = {
  which: "all" | "unresolved" | "mentioned";
  colour: MarkColour | "ink" | null;
  author: PersonId | null;
  kind: StandingMark["kind"] | null;
};

export const everyNote: NotesFilter = { which: "all", colour: null, author: null, kind: null };

export type ListedThread = { thread: Thread; drawn: DrawnMark };
export type ListedPage = { page: number; threads: readonly ListedThread[] };

export function isFiltered({ colour, author, kind }: NotesFilter): boolean {
  return colour !== null || author !== null || kind !== null;
}

/** Something was said and nobody has put it away yet. */
export function isOpen(thread: Thread): boolean {
  return hasPin(thread) && !thread.resolved;
}

/** The person is named in it, or in an answer to it. */
export function mentions({ thread, drawn }: ListedThread, personId: PersonId): boolean {
  return (
    drawn.mark.mentions.includes(personId) ||
    thread.replies.some(({ mark }) => mark.mentions.includes(personId))
  );
}

/** Marks of layers that are switched on, with their threads, as the eye meets them. */
export function threadsIn(
  all: readonly DrawnMark[],
  threads: ReadonlyMap<string, Thread>,
  shown: ReadonlySet<Layer>,
): readonly ListedThread[] {
  return all
    .filter(({ stored }) => shown.has(stored.layer))
    .flatMap((drawn) => {
      const thread = threads.get(drawn.key);
      return thread === undefined ? [] : [{ thread, drawn }];
    })
    .sort((a, b) => compareAnchors(a.drawn.anchor, b.drawn.anchor));
}

export function filtered(
  listed: readonly ListedThread[],
  filter: NotesFilter,
  me: PersonId,
): readonly ListedThread[] {
  return listed.filter((each) => {
    const { thread, drawn } = each;
    const { mark, stored } = drawn;
    if (filter.which === "unresolved" && !isOpen(thread)) return false;
    if (filter.which === "mentioned" && !mentions(each, me)) return false;
    if (filter.colour !== null && (mark.colour ?? "ink") !== filter.colour) return false;
    if (filter.kind !== null && mark.kind !== filter.kind) return false;
    return (
      filter.author === null ||
      stored.author === filter.author ||
      thread.replies.some(({ author }) => author === filter.author)
    );
  });
}

/** In one list per page, in order. */
export function pagesIn(listed: readonly ListedThread[]): readonly ListedPage[] {
  const pages = new Map<number, ListedThread[]>();
  for (const each of listed) {
    const { page } = placeOf(each.drawn.anchor);
    const list = pages.get(page);
    if (list === undefined) pages.set(page, [each]);
    else list.push(each);
  }
  return [...pages].map(([page, threads]) => ({ page, threads }));
}

/** Everybody who has written something in the list. */
export function authorsIn(listed: readonly ListedThread[]): readonly PersonId[] {
  return [
    ...new Set(
      listed.flatMap(({ thread, drawn }) => [
        drawn.stored.author,
        ...thread.replies.map(({ author }) => author),
      ]),
    ),
  ];
}

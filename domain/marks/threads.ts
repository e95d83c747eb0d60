/**
 * Threads on marks, made of what each person wrote in the own document: nobody writes into another's. The same
 * pure reducer runs on both sides. Rules MK7…MK11 in RULES.md.
 */
import type { PersonId } from "../ids";
import type { Layer, Mark, MarkId } from "./mark";

/** A mark with what the server's log says of it. */
export type Noted = {
  id: MarkId;
  mark: Mark;
  layer: Layer;
  /** whose document it stands in: the author; in the office layer the member whose office it is */
  owner: PersonId;
  /** who wrote it last, as the server's log says (the office layer has several writers) */
  author: PersonId;
  /** place of its last writing in the layer's log; null: not yet acknowledged by the server */
  seq: number | null;
  /** place of its first writing in the layer's log: an answer that is mended keeps its place */
  since: number | null;
};

type Of<K extends Mark["kind"]> = Noted & { mark: Extract<Mark, { kind: K }> };
export type Root = Of<"highlight" | "underline" | "strike" | "ink" | "note">;
export type Reply = Of<"reply">;
type StateRecord = Of<"state">;

/** Who looks, and whose word counts besides the participants' (MK9). */
export type ThreadViewer = { personId: PersonId; secretariat: ReadonlySet<PersonId> };

export type Thread = {
  /** `layer/owner/id` of the root, also where the root is deleted */
  key: string;
  layer: Layer;
  target: { owner: PersonId; markId: MarkId };
  /** null: deleted by its author, and answers remain */
  root: Root | null;
  /** by the server's log; what is not yet acknowledged comes last */
  replies: readonly Reply[];
  resolved: boolean;
  /** who said so last; null: nobody yet */
  resolvedBy: PersonId | null;
  deletedRoot: boolean;
  /** whether the viewer's resolving or reopening would count */
  mayResolve: boolean;
};

export const threadKey = (layer: Layer, owner: PersonId, id: MarkId): string =>
  `${layer}/${owner}/${id}`;

const isRoot = (noted: Noted): noted is Root =>
  noted.mark.kind !== "reply" && noted.mark.kind !== "state" && noted.mark.kind !== "placement";
const isReply = (noted: Noted): noted is Reply => noted.mark.kind === "reply";
const isState = (noted: Noted): noted is StateRecord => noted.mark.kind === "state";

/** How far an answer to an answer is followed; nobody's screen writes any. */
const mostSteps = 32;

/** Every root with its answers, and the answers whose root is gone; roots by their first place in the log. */
export function threadsOf(marks: readonly Noted[], viewer: ThreadViewer): readonly Thread[] {
  const roots = new Map<string, Root>();
  const replies = new Map<string, Reply>();
  for (const noted of marks) {
    const key = threadKey(noted.layer, noted.owner, noted.id);
    if (isRoot(noted)) roots.set(key, noted);
    else if (isReply(noted)) replies.set(key, noted);
  }
  const answers = new Map<string, Reply[]>();
  for (const reply of replies.values()) push(answers, rootKeyOf(reply, replies), reply);
  const words = new Map<string, StateRecord[]>();
  for (const noted of marks) {
    if (isState(noted)) push(words, rootKeyOf(noted, replies), noted);
  }

  const keys = [...roots.values()]
    .sort(byFirstPlace)
    .map(({ layer, owner, id }) => threadKey(layer, owner, id));
  const orphans = [...answers.keys()].filter((key) => !roots.has(key)).sort();
  return [...keys, ...orphans].map((key) =>
    threadAt(key, roots.get(key) ?? null, answers.get(key) ?? [], words.get(key) ?? [], viewer),
  );
}

function threadAt(
  key: string,
  root: Root | null,
  unordered: readonly Reply[],
  words: readonly StateRecord[],
  viewer: ThreadViewer,
): Thread {
  const replies = [...unordered].sort(byFirstPlace);
  const participants = new Set(replies.map(({ author }) => author));
  if (root !== null) participants.add(root.author);
  const counts = (personId: PersonId) =>
    participants.has(personId) || viewer.secretariat.has(personId);
  const last = words
    .filter(({ author }) => counts(author))
    .sort(byLastPlace)
    .at(-1);
  const [layer, target] = targetIn(root, replies);
  return {
    key,
    layer,
    target,
    root,
    replies,
    resolved: last?.mark.resolved ?? false,
    resolvedBy: last?.author ?? null,
    deletedRoot: root === null,
    mayResolve: counts(viewer.personId),
  };
}

function targetIn(root: Root | null, replies: readonly Reply[]): [Layer, Thread["target"]] {
  if (root !== null) return [root.layer, { owner: root.owner, markId: root.id }];
  const [reply] = replies;
  if (reply === undefined) throw new Error("a thread has a root or an answer");
  return [reply.layer, reply.mark.target];
}

/** The thread something belongs to: an answer to an answer belongs to the thread of that one. */
function rootKeyOf(noted: Reply | StateRecord, replies: ReadonlyMap<string, Reply>): string {
  let { target } = noted.mark;
  for (let step = 0; step < mostSteps; step++) {
    const above = replies.get(threadKey(noted.layer, target.owner, target.markId));
    if (above === undefined) break;
    target = above.mark.target;
  }
  return threadKey(noted.layer, target.owner, target.markId);
}

/** What the server has not placed yet comes last, in the order in which it was written here. */
const last = Number.POSITIVE_INFINITY;
const order = (left: number, right: number) => (left === right ? 0 : left - right);
const byFirstPlace = (left: Noted, right: Noted) =>
  order(left.since ?? last, right.since ?? last) || compareIds(left, right);
const byLastPlace = (left: Noted, right: Noted) =>
  order(left.seq ?? last, right.seq ?? last) || compareIds(left, right);

/** Two marks of one update share a place: then the order is any, but the same everywhere. */
function compareIds(left: Noted, right: Noted): number {
  const isPlaced = left.seq !== null && right.seq !== null;
  if (!isPlaced || left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

function push<T>(into: Map<string, T[]>, key: string, value: T): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
}

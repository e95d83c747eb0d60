/**
 * Whether an update may join a document: everything it builds on has to be there. An update with a gap would wait
 * inside every reader's Yjs, and 2,000 of them cost 2.4 s of a thread (engineering/realtime.md §0); so none gets in.
 */
import type { PersonId } from "../../domain/ids";
import type { MarksRefusal } from "../../domain/marks";
import type { UpdateFacts } from "./update-format";

/** Each client id's person and next clock. */
export type Clocks = ReadonlyMap<number, { author: PersonId; clock: number }>;

/** One gesture writes few structs; a `deleted` struct of 14 bytes may claim a length of 2³¹. */
const mostLength = 4_096;
/** Yjs's clocks are good for more; nobody's hand is. */
const lastClock = 2 ** 31;

export type Checked =
  | { refusal: MarksRefusal }
  /** `clock`: the next one under this client id afterwards; `isKnown`: it adds no struct to the document */
  | { refusal?: never; clock: number; isKnown: boolean };

const gap = { refusal: "marks.gap" } as const;

/** @param clientId issued to the writer, as the caller made sure */
export function checkUpdate(facts: UpdateFacts, clientId: number, clocks: Clocks): Checked {
  const known = clocks.get(clientId)?.clock ?? 0;
  const [section, ...others] = facts.sections;
  if (facts.sections.some(({ client }) => client !== clientId))
    return { refusal: "marks.foreign_client" };
  if (others.length > 0) return { refusal: "marks.unreadable" };
  const end = section === undefined ? known : section.clock + section.length;
  if (section !== undefined) {
    if (section.clock > known) return gap;
    if (section.length > mostLength || end > lastClock) return { refusal: "marks.unreadable" };
  }
  const clock = Math.max(known, end);
  for (const origin of facts.origins) {
    const before =
      origin.client === clientId ? origin.by.clock : (clocks.get(origin.client)?.clock ?? 0);
    if (origin.clock >= before) return gap;
  }
  for (const { client, clock: from, length } of facts.deletions) {
    const there = client === clientId ? clock : (clocks.get(client)?.clock ?? 0);
    if (length < 1) return { refusal: "marks.unreadable" };
    if (from + length > there) return gap;
  }
  return { clock, isKnown: end <= known };
}

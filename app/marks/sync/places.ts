/** Where a document's marks stand in the log, as the wire has it: lines of `id since seq`, in an office with the author. */
import type { PersonId } from "../../../domain/ids";
import { MarkId } from "../../../domain/marks";
import type { Written } from "./book";

export function placesIn(text: string, owner: PersonId): Map<string, Written> {
  const places = new Map<string, Written>();
  for (const line of text === "" ? [] : text.split("\n")) {
    const [id, since, seq, author] = line.split(" ");
    // who may be named here is a person of the server's log
    const written = {
      since: Number(since),
      seq: Number(seq),
      author: (author ?? owner) as PersonId,
    };
    if (MarkId.safeParse(id).success && id !== undefined) places.set(id, written);
  }
  return places;
}

export function placesOf(places: ReadonlyMap<string, Written>, owner: PersonId): string {
  return [...places]
    .map(([id, { since, seq, author }]) =>
      [id, since, seq, ...(author === owner ? [] : [author])].join(" "),
    )
    .join("\n");
}

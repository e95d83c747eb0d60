/** The marks of a paper as they lie in the log, undecoded: only of the layers that were found to be the asker's. */
import type { Sql } from "postgres";
import { type DocumentId, PersonId } from "../../domain/ids";
import type { LayerAccess } from "../../domain/marks";
import type { StoredDocument } from "./order";

/** Everything of these layers as of one moment, per layer and owner. */
export async function storedMarks(
  sql: Sql,
  documentId: DocumentId,
  layers: readonly LayerAccess[],
): Promise<StoredDocument[]> {
  return await sql.begin("isolation level repeatable read read only", async (tx) => {
    const channels = await tx<{ channel: string; layer: string; of: string | null }[]>`
      select channel, layer, of from mark_channel where document_id = ${documentId}`;
    const documents = new Map<string, StoredDocument>();
    const wanted = channels.flatMap((row) => {
      const access = layers.find(({ layer, of }) => layer === row.layer && of === row.of);
      return access === undefined ? [] : { channel: row.channel, layer: access.layer };
    });
    const layerOf = new Map(wanted.map(({ channel, layer }) => [channel, layer]));
    const numbers = wanted.map(({ channel }) => channel);
    const documentOf = (channel: string, owner: string): StoredDocument => {
      const key = `${channel}/${owner}`;
      const layer = layerOf.get(channel);
      if (layer === undefined) throw new Error("A row of another layer than was asked for.");
      const known = documents.get(key) ?? {
        layer,
        owner: PersonId.parse(owner),
        snapshot: null,
        places: "",
        updates: [],
      };
      documents.set(key, known);
      return known;
    };
    const snapshots = await tx<
      { channel: string; owner: string; bytes: Uint8Array; places: string }[]
    >`
      select channel, owner, bytes, places from mark_snapshot
      where channel = any(${numbers}::bigint[])`;
    for (const { channel, owner, bytes, places } of snapshots)
      Object.assign(documentOf(channel, owner), { snapshot: bytes, places });
    const updates = await tx<
      { channel: string; owner: string; author: string; seq: string; bytes: Uint8Array }[]
    >`
      select written.channel, written.owner, written.author, written.seq, written.bytes
      from mark_update as written
      left join mark_snapshot as snapshot
        on snapshot.channel = written.channel and snapshot.owner = written.owner
      where written.channel = any(${numbers}::bigint[]) and written.seq > coalesce(snapshot.seq, 0)
      order by written.channel, written.seq`;
    for (const { channel, owner, author, seq, bytes } of updates) {
      const update = { seq: Number(seq), author: PersonId.parse(author), bytes };
      documentOf(channel, owner).updates.push(update);
    }
    return [...documents.values()];
  });
}

/** Names of everybody who wrote in these documents. */
export async function namesIn(
  sql: Sql,
  documents: readonly StoredDocument[],
): Promise<Record<PersonId, string>> {
  const people = new Set<string>();
  for (const { owner, places, updates } of documents) {
    people.add(owner);
    for (const { author } of updates) people.add(author);
    // lines of `id since seq author`
    for (const line of places.split("\n")) people.add(line.split(" ")[3] ?? owner);
  }
  const rows = await sql<{ personId: string; name: string }[]>`
    select person_id as "personId", name from person where person_id = any(${[...people]}::uuid[])`;
  return Object.fromEntries(rows.map(({ personId, name }) => [PersonId.parse(personId), name]));
}

/** The rows of marks: everything the rest of `server/marks` asks of PostgreSQL. */
import type { Sql } from "postgres";
import type { DocumentId, MeetingId } from "../../domain/ids";
import { PersonId } from "../../domain/ids";
import type { Layer } from "../../domain/marks";
import type { Logged, Snapshot } from "./merge";

export type ChannelKey = { documentId: DocumentId; layer: Layer; of: PersonId | null };

/** One update that is to be written; `seq` continues its channel. */
export type Write = {
  channel: number;
  seq: number;
  owner: PersonId;
  author: PersonId;
  clientId: number;
  clock: number;
  bytes: Uint8Array;
};

export type LoggedUpdate = { seq: number; owner: PersonId; author: PersonId; bytes: Buffer };
export type StoredSnapshot = Snapshot & { owner: PersonId; bytes: Buffer };

/** What is known of one document without reading it. */
export type SheetFacts = {
  clients: Map<number, { author: PersonId; clock: number }>;
  snapshotSeq: number;
  marks: number;
  bytes: number;
  /** updates after the snapshot */
  tail: number;
};

export class MarksTables {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The channel's number and the last place in its log; made where it is missing. */
  async channel(meetingId: MeetingId, key: ChannelKey): Promise<{ channel: number; seq: number }> {
    const { documentId, layer, of } = key;
    const find = () => this.#sql<{ channel: string }[]>`
      select channel from mark_channel
      where document_id = ${documentId} and layer = ${layer} and of is not distinct from ${of}`;
    let [row] = await find();
    if (row === undefined) {
      await this.#sql`
        insert into mark_channel (meeting_id, document_id, layer, of)
        values (${meetingId}, ${documentId}, ${layer}, ${of}) on conflict do nothing`;
      [row] = await find();
    }
    if (row === undefined) throw new Error("a channel that was made is there");
    const channel = Number(row.channel);
    return { channel, seq: await this.head(channel) };
  }

  async head(channel: number): Promise<number> {
    const [row] = await this.#sql<{ seq: string }[]>`
      select greatest(
        (select max(seq) from mark_update where channel = ${channel}),
        (select max(seq) from mark_snapshot where channel = ${channel}), 0) as seq`;
    return Number(row?.seq ?? 0);
  }

  /** One statement, and so one commit: all of them or none. */
  async append(writes: readonly Write[]): Promise<void> {
    const clients = new Map<string, Write>();
    for (const write of writes) {
      const key = `${write.channel}/${write.owner}/${write.clientId}`;
      const known = clients.get(key);
      if (known === undefined || known.clock < write.clock) clients.set(key, write);
    }
    const ends: number[] = [];
    let end = 0;
    for (const { bytes } of writes) {
      end += bytes.length;
      ends.push(end);
    }
    const of = <T>(list: Iterable<Write>, part: (write: Write) => T) => Array.from(list, part);
    await this.#sql`
      with given as (
        select * from unnest(
          ${of(writes, ({ channel }) => channel)}::bigint[], ${of(writes, ({ seq }) => seq)}::bigint[],
          ${of(writes, ({ owner }) => owner)}::uuid[], ${of(writes, ({ author }) => author)}::uuid[],
          ${ends}::int[], ${of(writes, ({ bytes }) => bytes.length)}::int[]
        ) as given (channel, seq, owner, author, ends, length)
      ), clocks as (
        insert into mark_client (channel, owner, client_id, author, clock)
        select * from unnest(
          ${of(clients.values(), ({ channel }) => channel)}::bigint[],
          ${of(clients.values(), ({ owner }) => owner)}::uuid[],
          ${of(clients.values(), ({ clientId }) => clientId)}::bigint[],
          ${of(clients.values(), ({ author }) => author)}::uuid[],
          ${of(clients.values(), ({ clock }) => clock)}::bigint[])
        on conflict (channel, owner, client_id) do update set
          clock = greatest(mark_client.clock, excluded.clock),
          -- another person's id: no author, which the column refuses, and with it the whole statement
          author = case when mark_client.author = excluded.author then excluded.author end
      )
      insert into mark_update (channel, seq, owner, author, bytes)
      select channel, seq, owner, author,
        substring(${Buffer.concat(writes.map(({ bytes }) => bytes))}::bytea from ends - length + 1 for length)
      from given`;
  }

  async sheet(channel: number, owner: PersonId): Promise<SheetFacts> {
    const [clients, [facts]] = await Promise.all([
      this.#sql<{ client: string; author: string; clock: string }[]>`
        select client_id as client, author, clock from mark_client
        where channel = ${channel} and owner = ${owner}`,
      this.#sql<{ seq: string; marks: number; bytes: string; tail: string }[]>`
        with snapshot as (
          select seq, marks, octet_length(bytes) as bytes from mark_snapshot
          where channel = ${channel} and owner = ${owner}
        ), later as (
          select count(*) as tail, coalesce(sum(octet_length(bytes)), 0) as bytes from mark_update
          where channel = ${channel} and owner = ${owner}
            and seq > coalesce((select seq from snapshot), 0)
        )
        select coalesce(snapshot.seq, 0) as seq, coalesce(snapshot.marks, 0) as marks,
          coalesce(snapshot.bytes, 0) + later.bytes as bytes, later.tail as tail
        from later left join snapshot on true`,
    ]);
    return {
      clients: new Map(
        clients.map(({ client, author, clock }) => [
          Number(client),
          { author: PersonId.parse(author), clock: Number(clock) },
        ]),
      ),
      snapshotSeq: Number(facts?.seq ?? 0),
      marks: facts?.marks ?? 0,
      bytes: Number(facts?.bytes ?? 0),
      tail: Number(facts?.tail ?? 0),
    };
  }

  /** Everything of a channel after a place, as of one moment: whole documents where that is shorter. */
  async after(
    channel: number,
    after: number,
  ): Promise<{ snapshots: StoredSnapshot[]; updates: LoggedUpdate[] }> {
    return await this.#sql.begin("isolation level repeatable read read only", async (tx) => {
      const [snapshots, updates] = await Promise.all([
        tx<SnapshotRow[]>`
          select owner, seq, marks, bytes, places from mark_snapshot
          where channel = ${channel} and seq > ${after}`,
        tx<UpdateRow[]>`
          select written.seq, written.owner, written.author, written.bytes
          from mark_update as written
          left join mark_snapshot as snapshot
            on snapshot.channel = written.channel and snapshot.owner = written.owner
          where written.channel = ${channel} and written.seq > ${after}
            and written.seq > coalesce(snapshot.seq, 0)
          order by written.seq`,
      ]);
      return { snapshots: snapshots.map(snapshotIn), updates: updates.map(updateIn) };
    });
  }

  /** One document as it is stored: its snapshot, and what was written since. */
  async document(
    channel: number,
    owner: PersonId,
  ): Promise<{ snapshot: StoredSnapshot | null; updates: Logged[] }> {
    return await this.#sql.begin("isolation level repeatable read read only", async (tx) => {
      const [row] = await tx<SnapshotRow[]>`
        select owner, seq, marks, bytes, places from mark_snapshot
        where channel = ${channel} and owner = ${owner}`;
      const snapshot = row === undefined ? null : snapshotIn(row);
      const updates = await tx<UpdateRow[]>`
        select seq, owner, author, bytes from mark_update
        where channel = ${channel} and owner = ${owner} and seq > ${snapshot?.seq ?? 0}
        order by seq limit 20000`;
      return { snapshot, updates: updates.map(updateIn) };
    });
  }

  /** Takes the place of the snapshot it was made from, and of no other; false: another was faster. */
  async keepSnapshot(
    channel: number,
    owner: PersonId,
    madeFrom: number,
    { seq, marks, bytes, places }: Snapshot,
  ): Promise<boolean> {
    const kept = await this.#sql`
      insert into mark_snapshot as kept (channel, owner, seq, marks, bytes, places)
      values (${channel}, ${owner}, ${seq}, ${marks}, ${Buffer.from(bytes)}, ${places})
      on conflict (channel, owner) do update
        set seq = excluded.seq, marks = excluded.marks, bytes = excluded.bytes, places = excluded.places
        where kept.seq = ${madeFrom} and kept.seq < excluded.seq
      returning 1`;
    return kept.length > 0;
  }

  /** Lets go of what is in a snapshot and older than the history's time. */
  async forget(channel: number, owner: PersonId, historyDays: number): Promise<void> {
    await this.#sql`
      delete from mark_update using mark_snapshot as snapshot
      where mark_update.channel = ${channel} and mark_update.owner = ${owner}
        and snapshot.channel = mark_update.channel and snapshot.owner = mark_update.owner
        and mark_update.seq <= snapshot.seq
        and mark_update.at < now() - make_interval(days => ${historyDays})`;
  }
}

type SnapshotRow = { owner: string; seq: string; marks: number; bytes: Buffer; places: string };
type UpdateRow = { seq: string; owner: string; author: string; bytes: Buffer };

const snapshotIn = ({ owner, seq, marks, bytes, places }: SnapshotRow): StoredSnapshot => ({
  owner: PersonId.parse(owner),
  seq: Number(seq),
  marks,
  bytes,
  places,
});

const updateIn = ({ seq, owner, author, bytes }: UpdateRow): LoggedUpdate => ({
  seq: Number(seq),
  owner: PersonId.parse(owner),
  author: PersonId.parse(author),
  bytes,
});

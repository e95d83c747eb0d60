/** The rows of marks: everything the rest of `server/marks` asks of PostgreSQL. */
import type { Sql } from "postgres";
import { type DocumentId, type MeetingId, PersonId } from "../../domain/ids";
import type { Layer } from "../../domain/marks";
import type { Logged, Snapshot } from "./merge";

export type ChannelKey = { documentId: DocumentId; layer: Layer; of: PersonId | null };

/** One update that is to be written. */
export type Write = {
  channel: number;
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

/** PostgreSQL's, by which nodes hear of each other's writing. */
const newsChannel = "marks";
/** So many channels' news go into one notice, which PostgreSQL bounds to 8,000 bytes. */
export const mostChannelsAtOnce = 150;

export class MarksTables {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The channel's number and the last place in its log; made where it is missing. */
  async channel(meetingId: MeetingId, key: ChannelKey): Promise<{ channel: number; head: number }> {
    const { documentId, layer, of } = key;
    const find = () => this.#sql<{ channel: string; head: string }[]>`
      select channel, head from mark_channel
      where document_id = ${documentId} and layer = ${layer} and of is not distinct from ${of}`;
    let [row] = await find();
    if (row === undefined) {
      await this.#sql`
        insert into mark_channel (meeting_id, document_id, layer, of)
        values (${meetingId}, ${documentId}, ${layer}, ${of}) on conflict do nothing`;
      [row] = await find();
    }
    if (row === undefined) throw new Error("a channel that was made is there");
    return { channel: Number(row.channel), head: Number(row.head) };
  }

  /** The last places in these logs. */
  async heads(channels: readonly number[]): Promise<Map<number, number>> {
    const rows = await this.#sql<{ channel: string; head: string }[]>`
      select channel, head from mark_channel where channel = any(${[...channels]}::bigint[])`;
    return new Map(rows.map(({ channel, head }) => [Number(channel), Number(head)]));
  }

  /** The logs of these papers and where each ends. */
  async channelsOf(documentIds: readonly DocumentId[]) {
    const rows = await this.#sql<
      { channel: string; documentId: string; layer: string; of: string | null; head: string }[]
    >`
      select channel, document_id as "documentId", layer, of, head
      from mark_channel where document_id = any(${[...documentIds]}::uuid[])`;
    return rows.map(({ channel, head, ...row }) => ({
      ...row,
      channel: Number(channel),
      head: Number(head),
    }));
  }

  /**
   * One statement, and so one commit: all of them or none. Answers each one's place; under the lock of the channel,
   * so that whatever has a lower place is committed, and whoever writes on another node goes on from there. The
   * other nodes hear of it with the commit.
   * @param node names this one, which needs not hear of it
   */
  async append(writes: readonly Write[], node: string): Promise<number[]> {
    const clients = new Map<string, Write>();
    const counts = new Map<number, number>();
    const ordinals: number[] = [];
    const ends: number[] = [];
    let end = 0;
    for (const write of writes) {
      const key = `${write.channel}/${write.owner}/${write.clientId}`;
      const known = clients.get(key);
      if (known === undefined || known.clock < write.clock) clients.set(key, write);
      const ordinal = (counts.get(write.channel) ?? 0) + 1;
      counts.set(write.channel, ordinal);
      ordinals.push(ordinal);
      end += write.bytes.length;
      ends.push(end);
    }
    const of = <T>(list: Iterable<Write>, part: (write: Write) => T) => Array.from(list, part);
    const rows = await this.#sql<{ channel: string; before: string }[]>`
      with counted as (
        select * from unnest(${[...counts.keys()]}::bigint[], ${[...counts.values()]}::bigint[])
          as counted (channel, count)
      ), locked as (
        -- in one order on all nodes: two of them never wait for each other
        select mark_channel.channel, counted.count from mark_channel join counted using (channel)
        order by mark_channel.channel for update of mark_channel
      ), heads as (
        update mark_channel set head = mark_channel.head + locked.count from locked
        where mark_channel.channel = locked.channel
        returning mark_channel.channel, mark_channel.head, mark_channel.head - locked.count as before
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
      ), written as (
        insert into mark_update (channel, seq, owner, author, bytes)
        select given.channel, heads.before + given.ordinal, given.owner, given.author,
          substring(${Buffer.concat(writes.map(({ bytes }) => bytes))}::bytea
            from given.ends - given.length + 1 for given.length)
        from unnest(
          ${of(writes, ({ channel }) => channel)}::bigint[], ${ordinals}::bigint[],
          ${of(writes, ({ owner }) => owner)}::uuid[], ${of(writes, ({ author }) => author)}::uuid[],
          ${ends}::int[], ${of(writes, ({ bytes }) => bytes.length)}::int[]
        ) as given (channel, ordinal, owner, author, ends, length)
        join heads using (channel)
      ), told as materialized (
        select pg_notify(${newsChannel}, ${`${node} `} || string_agg(channel || ':' || head, ','))
        from heads
      )
      select heads.channel, heads.before from heads, told`;
    const before = new Map(rows.map((row) => [Number(row.channel), Number(row.before)]));
    return writes.map(({ channel }, at) => (before.get(channel) ?? 0) + (ordinals[at] ?? 0));
  }

  /**
   * Hears of what other nodes commit, and of each time this node may have missed some. Answers how to stop.
   * @param node as given to `append`
   */
  async listen(
    node: string,
    heard: (channel: number, head: number) => void,
    mayHaveMissed: () => void,
  ): Promise<() => Promise<void>> {
    const { unlisten } = await this.#sql.listen(
      newsChannel,
      (text) => {
        const [from, news = ""] = text.split(" ");
        if (from === node) return;
        for (const one of news.split(",")) {
          const [channel, head] = one.split(":");
          heard(Number(channel), Number(head));
        }
      },
      mayHaveMissed,
    );
    return unlisten;
  }

  /** What was written after a place, in order; a piece of it where it is much. */
  async written(channel: number, after: number): Promise<LoggedUpdate[]> {
    const rows = await this.#sql<UpdateRow[]>`
      select seq, owner, author, bytes from mark_update
      where channel = ${channel} and seq > ${after} order by seq limit 500`;
    return rows.map(updateIn);
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

  /**
   * Everything of a channel after a place, as of one moment and in one statement: whole documents where that is
   * shorter. A place beyond the end is of a log that was restored from an older copy: then it is all of it.
   */
  async after(channel: number, asked: number): Promise<Read> {
    const rows = await this.#sql<ReadRow[]>`
      with its as (
        select channel, head, case when ${asked}::bigint > head then 0 else ${asked}::bigint end as after
        from mark_channel where channel = ${channel}
      )
      select 'head' as kind, head as seq, null::uuid as owner, null::uuid as author,
        null::int as marks, null::bytea as bytes, null as places
      from its
      union all
      select 'snapshot', seq, owner, null, marks, bytes, places
      from mark_snapshot join its using (channel) where seq > its.after
      union all
      (select 'update', written.seq, written.owner, written.author, null, written.bytes, null
      from its join mark_update as written using (channel)
      left join mark_snapshot as snapshot
        on snapshot.channel = written.channel and snapshot.owner = written.owner
      where written.seq > its.after and written.seq > coalesce(snapshot.seq, 0)
      order by written.seq)`;
    const head = rows.find(({ kind }) => kind === "head");
    return {
      head: Number(head?.seq ?? 0),
      snapshots: rows.flatMap((row) => (row.kind === "snapshot" ? [snapshotIn(row)] : [])),
      updates: rows.flatMap((row) => (row.kind === "update" ? [updateIn(row)] : [])),
    };
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

type Read = {
  head: number;
  snapshots: StoredSnapshot[];
  updates: LoggedUpdate[];
};
type ReadRow =
  | { kind: "head"; seq: string }
  | ({ kind: "snapshot" } & SnapshotRow)
  | ({ kind: "update" } & UpdateRow);
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

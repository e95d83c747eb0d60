/**
 * Walks every chain of the journal and says where the first link is broken: a row that is missing, whose
 * text is not the one that was hashed, that hangs on another row than the one before, whose columns say
 * something else than its text, whose sealed part is not what was committed to, or a head that points
 * elsewhere. Reads in pages, so a journal of any length takes constant memory.
 */
import type { Sql } from "postgres";
import { z } from "zod";
import { commitmentOf, type Head, hashOf, noHead } from "./append";
import { canonicalText } from "./canonical";
import { headOf } from "./read";

export type BrokenLink = { stream: string; seq: number; fault: Fault };

export type Fault =
  | "row_missing"
  | "text_changed"
  | "not_linked"
  | "text_not_canonical"
  | "columns_disagree"
  | "sealed_part_missing"
  | "sealed_part_changed"
  | "sealed_part_foreign"
  | "head_elsewhere";

export type Verification = {
  streams: number;
  rows: number;
  sealedParts: number;
  /** the first broken link of each stream that has one */
  broken: readonly BrokenLink[];
};

type Row = {
  seq: string;
  at: Date;
  actor: string;
  type: string;
  body: string;
  prev_hash: string;
  hash: string;
  salt: Buffer | null;
  payload: string | null;
};

const pageSize = 1_000;

const Body = z.object({
  stream: z.string(),
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  type: z.string(),
  event: z.looseObject({
    type: z.string(),
    sealed: z.object({ commitment: z.string() }).optional(),
  }),
});

export async function verifyJournal(sql: Sql): Promise<Verification> {
  const streams = await sql<{ stream: string }[]>`
    select stream from journal union select stream from stream_head order by stream`;
  const total = { streams: streams.length, rows: 0, sealedParts: 0 };
  const broken: BrokenLink[] = [];
  for (const { stream } of streams) {
    const walked = await walk(sql, stream);
    total.rows += walked.rows;
    total.sealedParts += walked.sealedParts;
    if (walked.broken !== null) broken.push(walked.broken);
  }
  return { ...total, broken };
}

async function walk(sql: Sql, stream: string) {
  let head: Head = noHead;
  let sealedParts = 0;
  const stop = (seq: number, fault: Fault) => ({
    rows: head.seq,
    sealedParts,
    broken: { stream, seq, fault },
  });
  for (;;) {
    const rows: readonly Row[] = await sql<Row[]>`
      select row.seq, row.at, row.actor, row.type, row.body,
        encode(row.prev_hash, 'hex') as prev_hash, encode(row.hash, 'hex') as hash,
        sealed.salt, sealed.payload
      from journal as row left join journal_sealed as sealed using (stream, seq)
      where row.stream = ${stream} and row.seq > ${head.seq}
      order by row.seq limit ${pageSize}`;
    for (const row of rows) {
      const seq = Number(row.seq);
      if (seq !== head.seq + 1) return stop(head.seq + 1, "row_missing");
      const fault = faultOf(stream, row, head);
      if (fault !== null) return stop(seq, fault);
      if (row.payload !== null) sealedParts += 1;
      head = { seq, hash: row.hash };
    }
    if (rows.length < pageSize) break;
  }
  const kept = await headOf(sql, stream);
  // a chain alone cannot show that its tail was cut; the head, kept apart, can
  if (kept === null || kept.seq !== head.seq || kept.hash !== head.hash)
    return stop(Math.min(head.seq, kept?.seq ?? 0) + 1, "head_elsewhere");
  return { rows: head.seq, sealedParts, broken: null };
}

/** What is wrong with the row that should follow `head`; null when it does. */
function faultOf(stream: string, row: Row, head: Head): Fault | null {
  if (hashOf(row.prev_hash, row.body) !== row.hash) return "text_changed";
  if (row.prev_hash !== head.hash) return "not_linked";
  const value = jsonOf(row.body);
  const parsed = Body.safeParse(value);
  if (!parsed.success || canonicalText(value) !== row.body) return "text_not_canonical";
  const said = parsed.data;
  const agree =
    said.stream === stream &&
    said.seq === Number(row.seq) &&
    said.at === row.at.toISOString() &&
    said.actor === row.actor &&
    said.type === row.type &&
    said.event.type === row.type;
  if (!agree) return "columns_disagree";
  const commitment = said.event.sealed?.commitment;
  if (commitment === undefined) return row.payload === null ? null : "sealed_part_foreign";
  if (row.payload === null || row.salt === null) return "sealed_part_missing";
  return commitmentOf(row.salt, row.payload) === commitment ? null : "sealed_part_changed";
}

/** The row's text was hashed as it is; whether it is JSON is part of the question. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

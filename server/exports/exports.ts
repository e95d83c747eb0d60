/**
 * What a person may take out of the cabinet: a paper they may see, with the marks they may see. Both are asked anew
 * for each request; whatever is written is written by a process of its own.
 */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { inArray } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { documentVersion } from "../../db/schema/documents";
import { type BodyState, dayIn, type Standing, standingOf } from "../../domain/bodies";
import {
  csvOf,
  type Demands,
  demandsOf,
  type ExportKind,
  type ExportWords,
  filled,
  listRows,
  type PaperInPack,
  paperOfVersion,
  timeIn,
} from "../../domain/exports";
import { MeetingId, type PersonId, type VersionId } from "../../domain/ids";
import { type Layer, layersOf } from "../../domain/marks";
import { latestRevision, packPage, sightOf } from "../../domain/meetings";
import { instantOf, textIn } from "../../domain/text";
import type { CommandDoor } from "../commands/door";
import { type Documents, disposition } from "../documents";
import type { Export, Exporter, ExportFailure } from "./exporter";
import type { MarksOrder } from "./order";
import { namesIn, storedMarks } from "./stored-marks";

export type Asked = {
  versionId: VersionId;
  as: ExportKind;
  /** whose marks: those of these layers that are there for the asker; none leaves the paper bare */
  layers: readonly Layer[];
  words: Omit<ExportWords, "timeZone">;
  by: { personId: PersonId; name: string };
};

export type TakenOut =
  | { ok: true; bytes: Readable; headers: Record<string, string> }
  | { ok: false; reason: "not_found" | ExportFailure };

export type Exports = {
  /**
   * The caller reads `bytes` or destroys it; the file behind it is gone then.
   * @param signal nobody waits any more
   */
  take(asked: Asked, signal?: AbortSignal): Promise<TakenOut>;
};

type Parts = {
  sql: Sql;
  drizzle: PostgresJsDatabase;
  door: Pick<CommandDoor, "meeting">;
  documents: Pick<Documents, "madeStore" | "readings">;
  exporter: Exporter;
};

/** Exports of one person that are under way at once; a third waits at the person's own screen. */
const mostOfOne = 2;

export function openExports(parts: Parts): Exports {
  const underWay = new Map<PersonId, number>();

  /** Only what takes a process counts; what is not there is not there however busy it is. */
  const inTurn = async (personId: PersonId, work: () => Promise<Export>): Promise<Export> => {
    const own = underWay.get(personId) ?? 0;
    if (own >= mostOfOne) return { ok: false, reason: "busy" };
    underWay.set(personId, own + 1);
    try {
      return await work();
    } finally {
      const left = (underWay.get(personId) ?? 1) - 1;
      if (left > 0) underWay.set(personId, left);
      else underWay.delete(personId);
    }
  };

  return {
    async take(asked, signal) {
      const { personId } = asked.by;
      const found = await find(parts, asked.versionId, personId);
      if (found === null) return { ok: false, reason: "not_found" };
      const marks = await marksOf(parts, found, asked);
      if (asked.as === "list" && marks.documents.length === 0) {
        // Nobody wrote anything: nothing to read, and so no process.
        const list = Buffer.from(csvOf(listRows([], marks)));
        const headers = headersOf(found, asked, list.length);
        return { ok: true, bytes: Readable.from([list]), headers };
      }
      const outcome = await inTurn(personId, () => write(parts, found, asked, marks, signal));
      if (!outcome.ok) return outcome;
      const bytes = createReadStream(outcome.file);
      bytes.once("close", () => void outcome.discard());
      return { ok: true, bytes, headers: headersOf(found, asked, outcome.sizeBytes) };
    },
  };
}

function headersOf(
  { version }: Found,
  { as, layers, words }: Asked,
  sizeBytes: number,
): Record<string, string> {
  const name = version.fileName.replace(/\.[^.]{1,5}$/, "");
  const full = layers.length > 0 ? filled(words.withMarks, { name }) : name;
  const type = as === "list" ? "csv" : "pdf";
  return {
    "Cache-Control": "private, no-store, no-transform",
    "Content-Disposition": disposition(`${full}.${type}`, as !== "print"),
    "Content-Length": String(sizeBytes),
    // What is to be printed is opened by the browser's own viewer, which embeds it; nothing else runs or is reached.
    "Content-Security-Policy":
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Content-Type": type === "csv" ? "text/csv; charset=utf-8" : "application/pdf",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
}

type Found = PaperInPack &
  NonNullable<Awaited<ReturnType<CommandDoor["meeting"]>>> & {
    standing: Standing;
  };

/** Not there and not theirs are the same. */
async function find(
  { drizzle, door }: Parts,
  versionId: VersionId,
  personId: PersonId,
): Promise<Found | null> {
  const [row] = await drizzle
    .select({ meetingId: documentVersion.meetingId })
    .from(documentVersion)
    .where(inArray(documentVersion.versionId, [versionId]));
  if (row === undefined) return null;
  const found = await door.meeting(MeetingId.parse(row.meetingId));
  if (found === null) return null;
  const { meeting, body } = found;
  const standing = standingOf(body, personId, dayIn(body.timeZone, instantOf(new Date())));
  const sight = sightOf(meeting, standing);
  const paper = sight === null ? null : paperOfVersion(meeting, sight, versionId);
  return paper === null ? null : { ...paper, meeting, body, standing };
}

async function write(
  parts: Parts,
  found: Found,
  asked: Asked,
  marks: MarksOrder,
  signal?: AbortSignal,
): Promise<Export> {
  const { exporter } = parts;
  const { sha256 } = found.version;
  const stamps = stampsOf(found, asked);
  if (marks.documents.length === 0) {
    const sheet = { ...stamps, marks: [], listed: [] };
    return await served(parts, sha256, (from) =>
      exporter.write({ as: "sheet", from, sheet }, signal),
    );
  }
  return await withTexts(parts, await textsOf(parts, found), async (versions) => {
    const placed = { ...marks, versions };
    if (asked.as === "list") return await exporter.write({ as: "list", marks: placed }, signal);
    return await served(parts, sha256, (from) =>
      exporter.write({ as: "pdf", from, stamps, marks: placed }, signal),
    );
  });
}

/** What is read leaves, not what was uploaded: nothing in it acts by itself. */
async function served(
  { documents }: Parts,
  sha256: string,
  use: (from: string) => Promise<Export>,
): Promise<Export> {
  const outcome = await documents.readings.withServed(sha256, use);
  return outcome ?? { ok: false, reason: "unwritable" };
}

function stampsOf(found: Found, { as, by, words }: Asked) {
  const { meeting, body, paper, item } = found;
  const demands: Demands = demandsOf(paper, item, meeting.rules.grades);
  const { locale } = words;
  const now = timeIn({ locale, timeZone: body.timeZone }, instantOf(new Date()));
  const title = textIn(locale, (latestRevision(meeting)?.info ?? meeting.info).title);
  return {
    watermark: demands.watermark ? `${by.name} · ${now} · ${title}` : null,
    grade: demands.grade === null ? null : textIn(locale, demands.grade),
    pageNumbers: as === "print" ? packPages(found) : null,
    opensPrinting: as === "print",
  };
}

const packPages = ({ version, numbers }: PaperInPack): string[] =>
  Array.from({ length: version.pages }, (_, index) => packPage(numbers, index + 1) ?? "–");

/** All that may be seen of the layers that are asked for; where texts lie is added when they are lent. */
async function marksOf(
  { sql }: Parts,
  found: Found,
  { layers, by, words }: Asked,
): Promise<MarksOrder> {
  const { meeting, body, standing, paper } = found;
  const access = layersOf(meeting, standing, paper.documentId).filter(({ layer }) =>
    layers.includes(layer),
  );
  const documents = await storedMarks(sql, paper.documentId, access);
  return {
    documents,
    viewer: { personId: by.personId, secretariat: secretariatOf(body) },
    versionId: found.version.versionId,
    versions: [],
    people: await namesIn(sql, documents),
    packPages: packPages(found),
    words: { ...words, timeZone: body.timeZone },
  };
}

/** Whose word counts in every thread (MK9). */
function secretariatOf(body: BodyState): PersonId[] {
  const day = dayIn(body.timeZone, instantOf(new Date()));
  const granted = new Set(Object.values(body.grants).map(({ personId }) => personId));
  return [...granted].filter((personId) =>
    standingOf(body, personId, day).roles.some(
      (role) => role === "secretary" || role === "office_lead",
    ),
  );
}

type Texts = readonly { versionId: VersionId; textSha256: string | null }[];

/** Of a paper with one version no text is needed: nothing has moved. */
async function textsOf({ documents }: Parts, { versions }: PaperInPack): Promise<Texts> {
  const texts: { versionId: VersionId; textSha256: string | null }[] = [];
  for (const { versionId, sha256 } of versions) {
    const reading = versions.length > 1 ? await documents.readings.find(sha256) : null;
    texts.push({ versionId, textSha256: reading?.text.sha256 ?? null });
  }
  return texts;
}

/** Lends all texts as paths for as long as `use` runs. */
async function withTexts<T>(
  parts: Parts,
  [next, ...rest]: Texts,
  use: (paths: MarksOrder["versions"]) => Promise<T>,
): Promise<T> {
  if (next === undefined) return await use([]);
  const { versionId, textSha256 } = next;
  const withRest = (text: string | null) =>
    withTexts(parts, rest, (paths) => use([{ versionId, text }, ...paths]));
  if (textSha256 === null) return await withRest(null);
  return await parts.documents.madeStore.withPath(textSha256, withRest);
}

/**
 * Everything written on a paper that is there for one person, for the device that keeps the paper (DV12): the same
 * bytes as a line would bring, as of one moment, and a short sign by which a device knows that nothing has changed.
 */
import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { dayIn, standingOf } from "../../domain/bodies";
import type { DocumentId, MeetingId, PersonId } from "../../domain/ids";
import { type LayerAccess, layersOf } from "../../domain/marks";
import type { PaperMarks } from "../../domain/protocol";
import { instantOf } from "../../domain/text";
import type { CommandDoor } from "../commands/door";
import { secretariatOf } from "./rights";
import { MarksTables } from "./store";

export function paperMarksReads(sql: Sql, door: Pick<CommandDoor, "meeting">) {
  const tables = new MarksTables(sql);

  const standing = async (meetingId: MeetingId, personId: PersonId) => {
    const found = await door.meeting(meetingId);
    if (found === null) return null;
    const { meeting, body } = found;
    const today = dayIn(body.timeZone, instantOf(new Date()));
    const of = (id: PersonId) => standingOf(body, id, today);
    return {
      secretariat: secretariatOf(body, of),
      layers: (documentId: DocumentId) => layersOf(meeting, of(personId), documentId),
    };
  };

  return {
    /** By paper: another text whenever something was written there or the asker's rights changed. Reads no marks. */
    async marksSigns(
      meetingId: MeetingId,
      documentIds: readonly DocumentId[],
      personId: PersonId,
    ): Promise<Record<DocumentId, string>> {
      const own = await standing(meetingId, personId);
      if (own === null || documentIds.length === 0) return {};
      const channels = await tables.channelsOf(documentIds);
      const signs: Record<DocumentId, string> = {};
      for (const documentId of documentIds) {
        const layers = own.layers(documentId);
        const heads = layers.map((access) => {
          const isIts = (row: (typeof channels)[number]) =>
            row.documentId === documentId && isOf(row, access);
          return [access, channels.find(isIts)?.head ?? 0];
        });
        const told = JSON.stringify([heads, own.secretariat]);
        signs[documentId] = createHash("sha256").update(told).digest("base64url");
      }
      return signs;
    },

    /** Null: the paper is not there for the asker. */
    async paperMarks(
      meetingId: MeetingId,
      documentId: DocumentId,
      personId: PersonId,
    ): Promise<PaperMarks | null> {
      const own = await standing(meetingId, personId);
      const layers = own?.layers(documentId) ?? [];
      if (own === null || layers.length === 0) return null;
      const channels = await tables.channelsOf([documentId]);
      const logs = await Promise.all(
        layers.map(async (access): Promise<PaperMarks["logs"][number]> => {
          const { layer, of } = access;
          const channel = channels.find((row) => isOf(row, access));
          if (channel === undefined) return { layer, of, cursor: 0, documents: [], updates: [] };
          const { snapshots, updates } = await tables.after(channel.channel, 0);
          return {
            layer,
            of,
            cursor: Math.max(0, ...[...snapshots, ...updates].map(({ seq }) => seq)),
            documents: snapshots.map(({ owner, bytes, seq, places }) => ({
              owner,
              snapshot: bytes.toString("base64"),
              upTo: seq,
              places,
            })),
            updates: updates.map(({ bytes, ...update }) => ({
              ...update,
              update: bytes.toString("base64"),
            })),
          };
        }),
      );
      return { layers: [...layers], secretariat: own.secretariat, logs };
    },
  };
}

const isOf = (row: { layer: string; of: string | null }, access: LayerAccess) =>
  row.layer === access.layer && row.of === access.of;

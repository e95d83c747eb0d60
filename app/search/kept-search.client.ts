/** Searching what this device keeps, where the server cannot be reached: the same answers, from the open vault. */
import { VersionText } from "../../domain/documents";
import { MeetingId, type VersionId } from "../../domain/ids";
import {
  type PaperText,
  type SearchAnswer,
  searchedPapersOf,
  searchOffline,
} from "../../domain/search";
import { isVaultOpen, keptPack, keptPart, onVault } from "../offline/open-vault.client";
import { allPacks } from "../offline/packs.client";

/** @param meetingId null: everything that is kept; @returns null where the vault is shut or holds nothing of it */
export async function searchKept(
  meetingId: MeetingId | null,
  typed: string,
): Promise<SearchAnswer | null> {
  if (!isVaultOpen()) return null;
  const meetings = meetingId === null ? await keptMeetings() : [meetingId];
  const packs = await Promise.all(meetings.map(papersKept));
  if (packs.every((pack) => pack === null)) return null;
  const answer = searchOffline(
    packs.flatMap((pack) => pack ?? []),
    typed,
  );
  return meetingId === null ? { ...answer, silent: [] } : answer;
}

/** The latest first, as the server has them. */
async function keptMeetings(): Promise<MeetingId[]> {
  const packs = await Promise.all(
    (await allPacks()).map(async (record) => {
      const meetingId = MeetingId.parse(record.meetingId);
      return { meetingId, startsAt: (await keptPack(meetingId))?.pack.view.shared.info.startsAt };
    }),
  );
  return packs
    .sort((a, b) => (b.startsAt ?? "").localeCompare(a.startsAt ?? ""))
    .map(({ meetingId }) => meetingId);
}

async function papersKept(meetingId: MeetingId): Promise<PaperText[] | null> {
  const kept = await keptPack(meetingId);
  if (kept === null) return null;
  const papers = await Promise.all(
    searchedPapersOf(kept.pack.view.shared).map(async (paper) => {
      const text = await textKept(paper.versionId);
      return text === null ? [] : [{ paper, text }];
    }),
  );
  return papers.flat();
}

/** Decrypted once, without the places of the words, which are many times as large; gone when the vault is shut. */
const texts = new Map<VersionId, Promise<VersionText | null>>();
onVault(() => {
  if (!isVaultOpen()) texts.clear();
});

function textKept(versionId: VersionId): Promise<VersionText | null> {
  const known = texts.get(versionId);
  if (known !== undefined) return known;
  const opening = decrypted(versionId);
  texts.set(versionId, opening);
  // what is not there yet is asked for again next time
  const forget = () => texts.delete(versionId);
  opening.then((text) => text ?? forget(), forget);
  return opening;
}

async function decrypted(versionId: VersionId): Promise<VersionText | null> {
  const part = await keptPart(versionId, "text", (end) => ({ begin: 0, end }));
  if (part === null) return null;
  const { reliability, pages } = VersionText.parse(
    JSON.parse(new TextDecoder().decode(part.bytes)),
  );
  return { reliability, pages: pages.map(({ text }) => ({ text, runs: [] })) };
}

/** What the pages of a meeting show where there is no server: the same data as their loaders give, from the device. */
import { MeetingId } from "../../domain/ids";
import { textIn } from "../../domain/text";
import { keptPack } from "./open-vault.client";

const locale = () => (document.documentElement.lang === "en" ? "en" : "vi");

export async function keptRoom(meetingId: string | undefined) {
  const parsed = MeetingId.safeParse(meetingId);
  const kept = parsed.success ? await keptPack(parsed.data) : null;
  if (kept === null) return null;
  const { view } = kept.pack;
  const title = `${textIn(locale(), view.shared.info.title)} · E-Cabinet`;
  return {
    title,
    view,
    surroundings: kept.surroundings,
    keptMs: kept.updatedMs,
    left: {},
    versionPages: {},
  };
}

export async function keptPaper(meetingId: string | undefined, documentId: string | undefined) {
  const room = await keptRoom(meetingId);
  const paper = room?.view.shared.items
    .flatMap(({ papers }) => papers)
    .find((each) => each.documentId === documentId);
  if (room === null || paper === undefined) return null;
  const title = `${textIn(locale(), paper.title)} · E-Cabinet`;
  return { ...room, title, documentId: paper.documentId, left: null };
}

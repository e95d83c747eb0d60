/** The thematic meeting in preparation: its pack waits for approval. */
import { decemberItems } from "../agendas";
import { helperId } from "../people";
import { governmentId } from "./bodies";
import { attachPapers, type Call, callMeeting } from "./meeting";
import { meetingIdOf, type VersionIds } from "./papers";
import { type Execute, openScript } from "./script";
import type { Timeline } from "./timeline";

export async function seedDecember(
  execute: Execute,
  versions: VersionIds,
  time: Timeline,
): Promise<void> {
  const script = openScript(execute, "december");
  const call: Call = {
    meeting: "december",
    bodyId: governmentId,
    kind: "thematic",
    items: decemberItems,
    secretary: helperId("secondSecretary"),
    title: {
      vi: "Phiên họp chuyên đề về xây dựng pháp luật tháng 12",
      en: "Thematic session on law-making, December",
    },
    place: "Phòng họp số 1, Trụ sở Chính phủ",
    startsAt: time.at(15, "08:00"),
    endsAt: time.at(15, "11:00"),
  };
  await callMeeting(script, call, time.at(-4, "10:15"));
  await attachPapers(script, call, versions, time.at(-2, "14:30"), () => true);
  await script.send(
    "meeting.submit",
    { meetingId: meetingIdOf("december") },
    call.secretary,
    time.at(-1, "16:50"),
  );
}

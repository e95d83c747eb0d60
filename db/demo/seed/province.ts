/** The second body's meeting: published, most members have confirmed. */
import { provinceItems } from "../agendas";
import { helperId, provinceId, provinceSeats } from "../people";
import { provinceBodyId } from "./bodies";
import { approveAndPublish, attachPapers, type Call, callMeeting, seatOf } from "./meeting";
import { meetingIdOf, type VersionIds } from "./papers";
import { type Execute, openScript } from "./script";
import type { Timeline } from "./timeline";

export async function seedProvince(
  execute: Execute,
  versions: VersionIds,
  time: Timeline,
): Promise<void> {
  const script = openScript(execute, "province-meeting");
  const call: Call = {
    meeting: "province",
    bodyId: provinceBodyId,
    kind: "regular",
    items: provinceItems,
    secretary: helperId("provinceSecretary"),
    title: {
      vi: "Phiên họp UBND tỉnh Tân Hải thường kỳ tháng 11 năm 2026",
      en: "Regular session of the People's Committee of Tân Hải, November 2026",
    },
    place: "Phòng họp A, Trụ sở UBND tỉnh",
    startsAt: time.at(2, "14:00"),
    endsAt: time.at(2, "16:00"),
  };
  await callMeeting(script, call, time.at(-7, "08:40"));
  await attachPapers(script, call, versions, time.at(-3, "10:00"), () => true);
  await approveAndPublish(script, call, helperId("provinceLead"), {
    submitted: time.at(-3, "14:00"),
    approved: time.at(-2, "09:30"),
    published: time.at(-2, "10:00"),
  });
  for (const { order } of provinceSeats) {
    if (order % 8 === 0) continue;
    await script.send(
      "invitation.confirm",
      { meetingId: meetingIdOf("province"), invitationId: seatOf("T", order) },
      provinceId(order),
      time.at(-1, `09:${String(order + 10)}`),
    );
  }
}

/** The past meeting: 19-5-2 with one not voted (passed), 13-13-0 with one not voted (not passed), one sent back. */
import { octoberItems } from "../agendas";
import { governmentSeats, helperId, memberId } from "../people";
import { governmentId } from "./bodies";
import {
  approveAndPublish,
  attachPapers,
  type Call,
  callMeeting,
  holdBallot,
  itemIdOf,
  seatOf,
} from "./meeting";
import { meetingIdOf, type VersionIds } from "./papers";
import { type Execute, openScript } from "./script";
import type { Timeline } from "./timeline";

const chair = memberId(1);
const all = governmentSeats.map(({ order }) => order);
const without = (...absent: readonly number[]) => all.filter((order) => !absent.includes(order));

export const octoberVotes = {
  quarrying: {
    yes: without(12, 13, 14, 25, 26, 18, 24, 21),
    no: [12, 13, 14, 25, 26],
    abstain: [18, 24],
  },
  offices: {
    yes: [1, 2, 3, 4, 9, 10, 11, 12, 16, 17, 19, 22, 27],
    no: [5, 6, 7, 8, 13, 14, 15, 18, 20, 23, 24, 25, 26],
    abstain: [],
  },
} as const;

export async function seedOctober(
  execute: Execute,
  versions: VersionIds,
  time: Timeline,
): Promise<void> {
  const script = openScript(execute, "october");
  const { send } = script;
  const call: Call = {
    meeting: "october",
    bodyId: governmentId,
    kind: "regular",
    items: octoberItems,
    secretary: helperId("secretary"),
    title: {
      vi: "Phiên họp Chính phủ thường kỳ tháng 10 năm 2026",
      en: "Regular Government session, October 2026",
    },
    place: "Phòng họp số 1, Trụ sở Chính phủ",
    startsAt: time.at(-28, "08:00"),
    endsAt: time.at(-28, "10:30"),
  };
  const meetingId = meetingIdOf("october");
  await callMeeting(script, call, time.at(-38, "09:12"));
  await attachPapers(script, call, versions, time.at(-34, "15:20"), () => true);
  await approveAndPublish(script, call, helperId("officeLead"), {
    submitted: time.at(-33, "10:05"),
    approved: time.at(-33, "16:40"),
    published: time.at(-32, "08:30"),
  });
  for (const order of all)
    await send(
      "invitation.confirm",
      { meetingId, invitationId: seatOf("P", order) },
      memberId(order),
      time.at(-31, `09:${String(10 + order)}`),
    );
  for (const order of all)
    await send(
      "presence.check_in",
      { meetingId, invitationId: seatOf("P", order), where: "room" },
      memberId(order),
      time.at(-28, `07:${String(30 + (order % 28)).padStart(2, "0")}`),
    );
  const people = { chair, voter: memberId };
  const conclude = (
    number: number,
    outcome: "adopted" | "not_adopted",
    conclusion: string,
    resubmit: number | null,
    at: string,
  ) =>
    send(
      "item.conclude",
      {
        meetingId,
        itemId: itemIdOf("october", number),
        outcome,
        conclusion,
        resubmitBy: resubmit === null ? null : time.day(resubmit),
      },
      chair,
      time.at(-28, at),
    );
  const callItem = (number: number, at: string) =>
    send("item.call", { meetingId, itemId: itemIdOf("october", number) }, chair, time.at(-28, at));

  await send("session.open", { meetingId }, chair, time.at(-28, "08:03"));
  await callItem(1, "08:05");
  await holdBallot(script, call, 1, octoberVotes.quarrying, people, time.at(-28, "08:41"));
  await conclude(
    1,
    "adopted",
    "Chính phủ thông qua Nghị quyết số 163/NQ-CP về cơ chế khai thác vật liệu san lấp. Giao Bộ Tài nguyên và Môi trường hướng dẫn trong 15 ngày; các địa phương công khai mỏ đủ điều kiện.",
    null,
    "08:46",
  );
  await callItem(2, "08:47");
  await holdBallot(script, call, 2, octoberVotes.offices, people, time.at(-28, "09:29"));
  await conclude(
    2,
    "not_adopted",
    "Đề án chưa được thông qua: 13 tán thành, 13 không tán thành, 1 chưa biểu quyết; chưa đạt quá nửa tổng số thành viên. Giao Bộ Tài chính hoàn thiện phương án, làm rõ kinh phí di chuyển, trình lại.",
    30,
    "09:35",
  );
  await callItem(3, "09:36");
  await conclude(
    3,
    "not_adopted",
    "Chính phủ chưa thông qua; giao Bộ Tài nguyên và Môi trường rà soát phạm vi hành lang, lấy lại ý kiến 14 địa phương ven biển và trình lại đúng thời hạn.",
    21,
    "10:11",
  );
  await send(
    "session.close",
    { meetingId, note: "Phiên họp kết thúc lúc 10 giờ 14 phút." },
    chair,
    time.at(-28, "10:14"),
  );
}

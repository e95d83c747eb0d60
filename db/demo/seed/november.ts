/** The live meeting: opened this morning, item 1 concluded, item 2 current, its ballot ready to be opened. */
import { novemberItems } from "../agendas";
import { demoId } from "../identifiers";
import {
  governmentSeats,
  type HelperKey,
  helperId,
  helpers,
  memberId,
  provinceId,
  provinceSeats,
} from "../people";
import { governmentId } from "./bodies";
import {
  approveAndPublish,
  attachPapers,
  type Call,
  callMeeting,
  holdBallot,
  itemIdOf,
  later,
  seatOf,
} from "./meeting";
import { handOverDecree } from "./office";
import { meetingIdOf, type VersionIds } from "./papers";
import { type Execute, openScript, type Script } from "./script";
import type { Timeline } from "./timeline";

const chair = memberId(1);
const secretary = helperId("secretary");
const meetingId = meetingIdOf("november");
/** Health is away with consent; construction, ethnic affairs and the bank have not come yet. */
const absent: readonly number[] = [16, 21, 24, 26];
const present = governmentSeats
  .map(({ order }) => order)
  .filter((order) => !absent.includes(order));
/** Foreign affairs takes part from abroad. */
const remote = 8;
/** What the second publication added: short, for its pages take letters behind the number they follow (212a). */
const lateKeys: readonly string[] = ["land-cover"];
const guestId = (key: string) => demoId("invitation", `november/${key}`);

async function inviteGuests({ send }: Script, time: Timeline): Promise<void> {
  const at = time.at(-6, "16:05");
  const guest = (
    key: HelperKey,
    capacity: "rapporteur" | "invitee" | "observer",
    items: "all" | string[],
  ) =>
    send(
      "invitation.add",
      {
        meetingId,
        invitationId: guestId(key),
        personId: helperId(key),
        name: helpers[key].name,
        title: { ...helpers[key].title },
        capacity,
        items,
      },
      secretary,
      at,
    );
  await guest("presenter", "rapporteur", [itemIdOf("november", 2)]);
  await guest("ethnicCouncil", "invitee", "all");
  await guest("union", "invitee", [itemIdOf("november", 6)]);
  await guest("observer", "observer", "all");
  const chairOfProvince = provinceSeats[0];
  if (chairOfProvince === undefined) throw new Error("the province has no chair");
  await send(
    "invitation.add",
    {
      meetingId,
      invitationId: guestId("province"),
      personId: provinceId(1),
      name: chairOfProvince.name,
      title: { vi: "Chủ tịch UBND tỉnh Tân Hải", en: "Chair of the People's Committee of Tân Hải" },
      capacity: "invitee",
      items: [itemIdOf("november", 5)],
    },
    secretary,
    at,
  );
}

async function answers({ send }: Script, time: Timeline): Promise<void> {
  for (const { order } of governmentSeats) {
    if (order === 21 || order === 24) continue;
    await send(
      "invitation.confirm",
      { meetingId, invitationId: seatOf("P", order) },
      memberId(order),
      time.at(-3, `10:${String(order + 10)}`),
    );
  }
  const health = { meetingId, invitationId: seatOf("P", 21) };
  await send(
    "invitation.request_absence",
    {
      ...health,
      reason: "Chủ trì hội nghị quốc tế về y tế dự phòng tại nước ngoài, đã được báo cáo trước.",
    },
    memberId(21),
    time.at(-3, "14:20"),
  );
  await send("invitation.grant_absence", health, chair, time.at(-3, "17:02"));
  const { name, title } = helpers.substitute;
  await send(
    "invitation.name_substitute",
    {
      ...health,
      substitute: {
        invitationId: guestId("substitute"),
        personId: helperId("substitute"),
        name,
        title: { ...title },
      },
      reason: "Cử Thứ trưởng dự họp thay, mang theo ý kiến của Bộ.",
    },
    memberId(21),
    time.at(-2, "08:15"),
  );
}

async function arrivals(
  { send }: Script,
  opened: (minutes: number) => ReturnType<Timeline["live"]>,
): Promise<void> {
  const arrive = (
    invitationId: string,
    personId: ReturnType<typeof memberId>,
    minutes: number,
    where: "room" | "remote" = "room",
  ) => send("presence.check_in", { meetingId, invitationId, where }, personId, opened(minutes));
  for (const [index, order] of present.entries()) {
    await arrive(
      seatOf("P", order),
      memberId(order),
      -22 + index * 0.9,
      order === remote ? "remote" : "room",
    );
  }
  await arrive(guestId("substitute"), helperId("substitute"), -4);
  await arrive(guestId("ethnicCouncil"), helperId("ethnicCouncil"), -3);
  await arrive(guestId("observer"), helperId("observer"), -2);
}

export async function seedNovember(
  execute: Execute,
  versions: VersionIds,
  time: Timeline,
): Promise<void> {
  const script = openScript(execute, "november");
  const { send } = script;
  const call: Call = {
    meeting: "november",
    bodyId: governmentId,
    kind: "regular",
    items: novemberItems,
    secretary,
    title: {
      vi: "Phiên họp Chính phủ thường kỳ tháng 11 năm 2026",
      en: "Regular Government session, November 2026",
    },
    place: "Phòng họp số 1, Trụ sở Chính phủ",
    startsAt: time.liveStart,
    endsAt: time.live(210),
  };
  await callMeeting(script, call, time.at(-20, "09:30"));
  await attachPapers(
    script,
    call,
    versions,
    time.at(-6, "15:10"),
    (key) => !lateKeys.includes(key),
  );
  await send(
    "document.attach_reference",
    {
      meetingId,
      itemId: itemIdOf("november", 9),
      documentId: demoId("document", "infrastructure-paper"),
      kind: "other",
      title: {
        vi: "Tài liệu giấy, 27 bản, thu hồi sau phiên họp",
        en: "Paper copies, 27, taken back after the session",
      },
      grade: "M",
      copies: 27,
    },
    secretary,
    time.at(-6, "15:40"),
  );
  await inviteGuests(script, time);
  await approveAndPublish(script, call, helperId("officeLead"), {
    submitted: time.at(-5, "09:05"),
    approved: time.at(-5, "15:48"),
    published: time.at(-4, "08:10"),
  });
  await answers(script, time);
  await handOverDecree(script, time);
  await attachPapers(script, call, versions, time.at(-1, "16:20"), (key) => lateKeys.includes(key));
  await send("meeting.publish", { meetingId, basedOnRevision: 1 }, secretary, time.at(-1, "17:05"));

  // minutes from the planned beginning: opened at :02, item 2 called at :44
  await arrivals(script, time.live);
  await send("session.open", { meetingId }, chair, time.live(2));
  await send("item.call", { meetingId, itemId: itemIdOf("november", 1) }, chair, time.live(3));
  await holdBallot(
    script,
    call,
    1,
    { yes: present, no: [], abstain: [] },
    { chair, voter: memberId },
    time.live(38),
  );
  await send(
    "item.conclude",
    {
      meetingId,
      itemId: itemIdOf("november", 1),
      outcome: "adopted",
      conclusion:
        "Chính phủ thống nhất đánh giá tình hình, thông qua Nghị quyết phiên họp. Các bộ, địa phương tập trung giải ngân trên 95% kế hoạch, bình ổn giá dịp cuối năm và khôi phục sản xuất vùng thiên tai.",
      resubmitBy: null,
    },
    chair,
    time.live(43),
  );
  await send(
    "presence.check_in",
    { meetingId, invitationId: guestId("presenter"), where: "room" },
    helperId("presenter"),
    later(time.live(43), 30_000),
  );
  await send("item.call", { meetingId, itemId: itemIdOf("november", 2) }, chair, time.live(44));
}

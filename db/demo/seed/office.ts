/** The office of the minister of natural resources: a paper of the live meeting is with the minister's secretary. */
import type { Sql } from "postgres";
import * as Y from "yjs";
import type { VersionId } from "../../../domain/ids";
import type { Mark } from "../../../domain/marks";
import type { Instant } from "../../../domain/text";
import { demoId } from "../identifiers";
import { helperId, memberId } from "../people";
import { meetingIdOf, type VersionIds } from "./papers";
import type { Script } from "./script";
import type { Timeline } from "./timeline";

export const minister = memberId(17);
const staff = helperId("memberStaff");
const meetingId = meetingIdOf("november");
const paperKey = "land-decree";
const documentId = demoId("document", paperKey);

export async function handOverDecree({ send }: Script, time: Timeline): Promise<void> {
  await send(
    "handover.give",
    {
      meetingId,
      handoverId: demoId("handover", paperKey),
      personId: staff,
      documentIds: [documentId],
      note: "Dự thảo ý kiến tiếp thu, giải trình về ngưỡng phân cấp 500 ha; đối chiếu với bảng so sánh.",
      dueOn: time.day(0),
    },
    minister,
    time.at(-2, "08:40"),
  );
}

/** What the secretary has written into the office's layer so far; written once, whatever is repeated. */
export async function draftForMinister(
  sql: Sql,
  versions: VersionIds,
  time: Timeline,
): Promise<void> {
  const versionId = versions.get(paperKey);
  if (versionId === undefined) throw new Error(`the paper ${paperKey} was not taken in`);
  const at = time.at(-1, "15:10");
  const doc = new Y.Doc();
  // an id of its own, so that a run that was cut off writes the same bytes again
  doc.clientID = 17;
  const marks = doc.getMap<Mark>("marks");
  doc.transact(() => {
    for (const [index, draft] of drafts.entries())
      marks.set(demoId("mark", `${paperKey}/${index}`), noteOf(versionId, at, draft));
  });
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc));
  await sql.begin(async (tx) => {
    const [made] = await tx<{ channel: string }[]>`
      insert into mark_channel (meeting_id, document_id, layer, of)
      values (${meetingId}, ${documentId}, 'office', ${minister})
      on conflict do nothing returning channel`;
    if (made === undefined) return;
    const { channel } = made;
    await tx`
      insert into mark_update (channel, seq, owner, author, at, bytes)
      values (${channel}, 1, ${minister}, ${staff}, ${at}, ${bytes})`;
    await tx`
      insert into mark_client (channel, owner, client_id, author, clock)
      values (${channel}, ${minister}, ${doc.clientID}, ${staff}, ${drafts.length})`;
  });
}

type Draft = { page: number; x: number; y: number; colour: "amend" | "basis"; body: string };

const drafts: readonly Draft[] = [
  {
    page: 1,
    x: 92,
    y: 236,
    colour: "amend",
    body: "Dự thảo ý kiến: giữ ngưỡng 500 ha; bổ sung cơ chế báo cáo 6 tháng một lần để Bộ kiểm tra, như ý kiến của Bộ Tư pháp.",
  },
  {
    page: 2,
    x: 92,
    y: 180,
    colour: "basis",
    body: "Căn cứ: bảng so sánh, mục phân cấp. Đã đối chiếu với ý kiến tham gia, đa số địa phương đồng ý ngưỡng này.",
  },
];

function noteOf(madeOn: VersionId, madeAt: Instant, { page, x, y, colour, body }: Draft): Mark {
  const anchor = { type: "place", page, box: { x, y, width: 0, height: 0 }, near: null } as const;
  return { v: 1, madeOn, madeAt, kind: "note", anchor, colour, body, mentions: [] };
}

import { expect, test } from "vitest";
import { PersonId, VersionId } from "../ids";
import { type Mark, MarkId, type Noted } from "../marks";
import { Instant } from "../text";
import { listedLines, listRows, outgoingMarks } from "./compose";
import { type Placer, takenOf } from "./taken";
import type { ExportWords } from "./words";

const person = (n: number) => PersonId.parse(`00000003-0000-4000-8000-00000000000${n}`);
const id = (n: number) => MarkId.parse(`0000000d-0000-4000-8000-00000000000${n}`);
const [ann, bee] = [person(1), person(2)];
const versionId = VersionId.parse("00000008-0000-4000-8000-000000000001");
const made = {
  v: 1,
  madeOn: versionId,
  madeAt: Instant.parse("2026-11-25T01:00:00.000Z"),
} as const;
const spot = (page: number, y: number) =>
  ({ type: "place", page, box: { x: 10, y, width: 20, height: 20 }, near: null }) as const;
const note = (body: string, page = 1, y = 10): Mark => ({
  ...made,
  kind: "note",
  anchor: spot(page, y),
  colour: "basis",
  body,
  mentions: [],
});
const noted = (n: number, mark: Mark, owner = ann): Noted => ({
  id: id(n),
  mark,
  layer: "shared",
  owner,
  author: owner,
  seq: n,
  since: n,
});
const target = { owner: ann, markId: id(1) };
const viewer = { personId: ann, secretariat: new Set<PersonId>() };
const here: Placer = (mark) => ({ state: "here", anchor: mark.anchor });

const words: ExportWords = {
  locale: "vi",
  timeZone: "Asia/Ho_Chi_Minh",
  withMarks: "{name}",
  kind: {
    highlight: "Tô màu",
    underline: "Gạch chân",
    strike: "Gạch bỏ",
    ink: "Nét bút",
    note: "Ghi chú",
    reply: "Trả lời",
    deleted: "Đã xóa",
  },
  colour: { attention: "Lưu ý", amend: "Đề nghị sửa", basis: "Căn cứ", question: "Hỏi thêm" },
  layer: { private: "Riêng tư", office: "Văn phòng", shared: "Chung" },
  column: {
    page: "Trang",
    packPage: "Trang bộ",
    kind: "Loại",
    colour: "Màu",
    layer: "Lớp",
    author: "Người viết",
    madeAt: "Thời điểm",
    quote: "Đoạn trích",
    body: "Nội dung",
    state: "Tình trạng",
    placement: "Vị trí",
  },
  state: { open: "Mở", resolved: "Xong" },
  resolvedBy: "{name} đã giải quyết",
  reopenedBy: "{name} đã mở lại",
  unplaced: "Chưa có vị trí",
  unplacedExplain: "Viết trên bản khác",
  place: { here: "đúng", moved: "đã chuyển", check: "xem lại", gone: "không còn", deleted: "xóa" },
  wasOnPage: "trang {page}",
};
const telling = { words, people: { [ann]: "An", [bee]: "Bình" }, packPages: ["176", "177"] };

test("EX7 what is only likely is not placed; what its author said is asked, and nobody else", () => {
  const word = (owner: PersonId, n: number): Noted =>
    noted(n, { ...made, kind: "placement", target, on: versionId, anchor: spot(2, 5) }, owner);
  const said: number[] = [];
  const place: Placer = (mark, placements) => {
    said.push(placements.length);
    return { state: "check", anchor: mark.anchor };
  };
  const taken = takenOf([noted(1, note("a")), word(ann, 2), word(bee, 3)], viewer, place);
  expect(said).toEqual([1]);
  expect(taken).toMatchObject([{ anchor: null, placement: "check" }]);
  expect(outgoingMarks(taken, telling)).toEqual([]);
});

test("EX8 what has no place is listed with its thread, and so is an answer whose root is gone", () => {
  const lost = { owner: ann, markId: id(9) };
  const marks = [
    noted(1, note("=Nội dung")),
    noted(2, { ...made, kind: "reply", target, body: "Trả lời", mentions: [] }, bee),
    noted(3, { ...made, kind: "reply", target: lost, body: "Mồ côi", mentions: [] }, bee),
  ];
  const taken = takenOf(marks, viewer, () => ({ state: "gone", anchor: null }));
  expect(listedLines(taken, telling).map(({ text }) => text)).toEqual([
    "Chưa có vị trí",
    "Viết trên bản khác",
    "Ghi chú · Căn cứ · Chung",
    "An · 08:00 25/11/2026 · trang 1 · không còn",
    "=Nội dung",
    "Bình · 08:00 25/11/2026",
    "Trả lời",
    "Đã xóa",
    "Bình · 08:00 25/11/2026",
    "Mồ côi",
  ]);
  expect(listedLines(takenOf(marks.slice(0, 2), viewer, here), telling)).toEqual([]);
});

test("EX9 the list goes down the pages, answers under their mark", () => {
  const marks = [
    noted(3, note("hai", 2)),
    noted(1, note("một", 1, 50)),
    noted(2, { ...made, kind: "reply", target, body: "Đúng", mentions: [] }, bee),
    noted(4, { ...made, kind: "state", target, resolved: true }, bee),
    noted(5, note("đầu", 1, 10)),
  ];
  const [, ...rows] = listRows(takenOf(marks, viewer, here), telling);
  expect(
    rows.map(([page, pack, kind, , , author, at, , body, state]) => [
      page,
      pack,
      kind,
      author,
      at,
      body,
      state,
    ]),
  ).toEqual([
    ["1", "176", "Ghi chú", "An", "08:00 25/11/2026", "đầu", "Mở"],
    ["1", "176", "Ghi chú", "An", "08:00 25/11/2026", "một", "Xong"],
    ["1", "176", "Trả lời", "Bình", "08:00 25/11/2026", "Đúng", "Xong"],
    ["2", "177", "Ghi chú", "An", "08:00 25/11/2026", "hai", "Mở"],
  ]);
});

test("EX1 a thread leaves with its answers and the last word on it; ink without pressure, moved with its place", () => {
  const strokes = [{ width: 2, points: [10, 10, 0.2, 20, 20, 0.9] }];
  const ink: Mark = {
    ...made,
    kind: "ink",
    anchor: spot(1, 10),
    colour: null,
    strokes,
    body: "",
    mentions: [],
  };
  const marks = [
    noted(1, ink),
    noted(2, { ...made, kind: "reply", target, body: "Vì sao?", mentions: [] }, bee),
    noted(3, { ...made, kind: "state", target, resolved: true }, bee),
  ];
  const moved: Placer = () => ({
    state: "moved",
    anchor: { ...spot(2, 110), box: { x: 15, y: 110, width: 20, height: 20 } },
  });
  expect(outgoingMarks(takenOf(marks, viewer, moved), telling)).toMatchObject([
    {
      subject: "Nét bút · Chung",
      author: "An",
      strokes: [{ width: 2, points: [15, 110, 25, 120] }],
      places: [{ page: 2 }],
      replies: [{ author: "Bình", text: "Vì sao?" }],
      state: { author: "Bình", text: "Bình đã giải quyết", resolved: true },
    },
  ]);
});

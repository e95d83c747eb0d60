/** Endless, varied content for a section of a Vietnamese report: paragraphs, lists, tables, figures. */
import { type Block, type Chart, counted, group, h, p, type Row, type Table } from "../press";
import { type Move, moves } from "./official";
import { localities, ministries } from "./places";
import { bagOf, between } from "./random";
import { capitals, decimal, grouped } from "./speech";
import type { Indicator, Writer } from "./subject";

const years = ["2021", "2022", "2023", "2024", "2025", "2026"];
const written = (value: number) =>
  Number.isInteger(value) ? grouped(value, "vi") : decimal(value, "vi");
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** How a section is mixed; a number n puts the thing in about every n-th place. */
export type Mix = {
  moves: readonly Move[];
  lists?: number;
  tables?: number;
  figures?: number;
  subheads?: readonly string[];
};

export function* filling(writer: Writer, mix: Mix): Generator<Block, void, void> {
  const { speech } = writer;
  const move = bagOf(mix.moves, speech.random);
  const subheads = [...(mix.subheads ?? [])];
  for (let turn = 1; ; turn += 1) {
    const due = (every: number | undefined, offset: number) =>
      every !== undefined && turn % every === offset % every;
    const subhead = turn % 4 === 1 ? subheads.shift() : undefined;
    if (subhead !== undefined) yield h(3, subhead);
    if (due(mix.lists, 3)) yield* list(writer);
    else if (due(mix.tables, 4)) yield* table(writer);
    else if (due(mix.figures, 2)) yield* figure(writer);
    else {
      const shape = bagOf<readonly string[]>(moves[move()], speech.random)();
      yield p(speech.paragraph(...shape));
    }
  }
}

function* list(writer: Writer): Generator<Block, void, void> {
  const { speech } = writer;
  const openings = [
    ["các nhóm nhiệm vụ cụ thể gồm:", "measure"],
    ["những vướng mắc được phản ánh nhiều nhất là:", "problem"],
    ["lợi ích dự kiến gồm:", "benefit"],
    ["các nguyên tắc được thống nhất qua trao đổi với các bộ, địa phương:", "principle"],
    ["nguyên nhân được xếp theo mức độ ảnh hưởng như sau:", "cause"],
    ["rủi ro và mức độ đã được nhận diện:", "risk"],
  ] as const;
  const chosen = openings[between(speech.random, 0, openings.length - 1)] ?? openings[0];
  const count = between(speech.random, 3, 5);
  yield group(
    p(capitals(chosen[0]), { keep: true }),
    ...Array.from({ length: count }, (_, index) =>
      p(
        `${"abcdeg".charAt(index)}) ${capitals(speech.phrase(chosen[1]))}${index === count - 1 ? "." : ";"}`,
      ),
    ),
  );
}

function pickIndicator(writer: Writer): Indicator {
  const all = writer.subject.indicators;
  const at = (writer.figures + writer.tables) % all.length;
  const indicator = all[at];
  if (indicator === undefined) throw new Error("a subject needs indicators");
  return indicator;
}

/** A figure and the sentence that reads it; both from the same values. */
function* figure(writer: Writer): Generator<Block, void, void> {
  const indicator = pickIndicator(writer);
  const number = writer.figures + 1;
  const values = writer.values(indicator, years.length);
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 0;
  const change = last >= first ? "tăng" : "giảm";
  const reading = p(
    `Hình ${number} cho thấy ${lower(indicator.name)} ${change} từ ${written(first)} ${indicator.unit} năm 2021 ${change === "tăng" ? "lên" : "xuống còn"} ${written(last)} ${indicator.unit} năm 2026 (ước cả năm). ${writer.speech.say("{view}")}`,
    { keep: true },
  );
  const printed = () => {
    writer.figures += 1;
  };
  yield counted(
    printed,
    reading,
    chart(number % 2 === 0 ? "lines" : "bars", indicator, values, number, writer.subject.source),
  );
}

function chart(
  look: Chart["look"],
  indicator: Indicator,
  values: readonly number[],
  number: number,
  source: string,
): Chart {
  return {
    kind: "chart",
    look,
    caption: `Hình ${number}. ${indicator.name}, 2021–2026`,
    unit: `Đơn vị: ${indicator.unit}`,
    labels: years.map((year) => (year === "2026" ? "2026 (ước)" : year)),
    series: [{ label: indicator.name, values }],
    source: `Nguồn: ${source}`,
    decimal: ",",
  };
}

function* table(writer: Writer): Generator<Block, void, void> {
  const number = writer.tables + 1;
  const printed = () => {
    writer.tables += 1;
  };
  const { speech, subject } = writer;
  if (number % 3 === 2) {
    yield counted(
      printed,
      p(`Phân công nhiệm vụ và thời hạn được tổng hợp tại Bảng ${number}.`, { keep: true }),
      dutyTable(writer, number),
    );
    return;
  }
  if (number % 3 === 0) {
    const lead = p(
      `Bảng ${number} trình bày diễn biến các chỉ tiêu chính qua các năm; số liệu năm 2026 là ước thực hiện.`,
      { keep: true },
    );
    yield counted(printed, lead, {
      kind: "table",
      caption: `Bảng ${number}. Các chỉ tiêu chính giai đoạn 2021–2026`,
      columns: [
        { label: "Chỉ tiêu", share: 4 },
        { label: "Đơn vị", share: 1.5, align: "center" },
        ...years.map((year) => ({ label: year, share: 1.1, align: "right" as const })),
      ],
      rows: rotated(subject.indicators, number)
        .slice(0, 6)
        .map((indicator) => [
          indicator.name,
          indicator.unit,
          ...writer.values(indicator, 6).map(written),
        ]),
      note: `Nguồn: ${subject.source}`,
    });
    return;
  }
  const lead = p(speech.say(`Bảng ${number} so sánh kết quả giữa một số địa phương. {lesson}`), {
    keep: true,
  });
  yield counted(printed, lead, localityTable(writer, number, between(speech.random, 7, 12)));
}

const rotated = <T>(items: readonly T[], by: number): T[] =>
  items.map((_, index) => items[(index + by) % items.length]).filter((item) => item !== undefined);

/** A locality's value: a share of what adds up over localities, a variation of what is a mean or a rate. */
function locally(indicator: Indicator, factor: number): string {
  const value = indicator.to * factor;
  if (indicator.unit.startsWith("%")) return decimal(Math.min(value, 98.9), "vi");
  const mean = /\/|ngày|giờ|phút/.test(indicator.unit) || indicator.name.includes("bình quân");
  const local = mean ? value : value / 34;
  return local >= 100 ? grouped(local, "vi") : decimal(local, "vi");
}

/** Localities in rows, three indicators in columns, and their sum or mean. */
function localityTable(writer: Writer, number: number, count: number): Table {
  const { speech, subject } = writer;
  const indicators = rotated(subject.indicators, number).slice(0, 3);
  const pick = bagOf(localities, speech.random);
  const rows: Row[] = Array.from({ length: count }, (_, index) => [
    String(index + 1),
    pick(),
    ...indicators.map((indicator) => locally(indicator, 0.72 + speech.random() * 0.5)),
  ]);
  return {
    kind: "table",
    caption: `Bảng ${number}. Kết quả tại ${count} địa phương năm 2026`,
    columns: [
      { label: "TT", share: 0.6, align: "center" },
      { label: "Địa phương", share: 2 },
      ...indicators.map((indicator) => ({
        label: `${indicator.name} (${indicator.unit})`,
        share: 2,
        align: "right" as const,
      })),
    ],
    rows,
    note: `Nguồn: ${subject.source}`,
  };
}

function dutyTable(writer: Writer, number: number): Table {
  const { speech } = writer;
  const lead = bagOf(ministries, speech.random);
  return {
    kind: "table",
    caption: `Bảng ${number}. Phân công nhiệm vụ`,
    columns: [
      { label: "TT", share: 0.6, align: "center" },
      { label: "Nhiệm vụ", share: 4.4, align: "left" },
      { label: "Cơ quan chủ trì", share: 2 },
      { label: "Thời hạn", share: 1.8 },
    ],
    rows: Array.from({ length: between(speech.random, 4, 6) }, (_, index) => [
      String(index + 1),
      capitals(speech.phrase("measure")),
      lead()[1],
      capitals(speech.phrase("deadline")),
    ]),
  };
}

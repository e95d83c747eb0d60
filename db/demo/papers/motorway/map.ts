/** The route maps: A3 landscape, drawn in vectors, kilometre posts running over eight sheets. */
import { seeded } from "../grammar";
import { headOf, type PaperPlan, report, signatureOf } from "../house";
import { type Block, p, printPaper, type Sheet } from "../press";

type Point = readonly [number, number];
const sheets = 8;
const kilometres = 86.4;
const towns = [
  "Cảng Tân Hải",
  "Phú Sa",
  "Cửa Gió",
  "Đông Lạc",
  "Vạn Lộc",
  "Suối Bàng",
  "Hạc Trì",
  "TP. Bạch Hạc",
];

/** Northing of the route at a distance along the whole map. */
const routeAt = (t: number) => Math.sin(t * 5.2) * 0.13 + Math.sin(t * 13 + 1) * 0.05;

function curve(from: number, to: number, at: (t: number) => number, box: Box): Point[] {
  return Array.from({ length: 61 }, (_, index) => {
    const t = from + ((to - from) * index) / 60;
    return [box.x + (index / 60) * box.width, box.y + box.height * (0.52 - at(t))] as const;
  });
}

type Box = { x: number; y: number; width: number; height: number };

/** Share of the sheet's width, and whether above the route; apart, so that no contour lines cross. */
const hillPlaces: readonly (readonly [number, boolean])[] = [
  [0.1, true],
  [0.34, true],
  [0.72, true],
  [0.16, false],
  [0.8, false],
];

function contours(on: Sheet, box: Box, sheet: number): void {
  const random = seeded(`relief-${sheet}`);
  for (const [x, top] of hillPlaces) {
    const centre: Point = [
      box.x + box.width * (x + random() * 0.06),
      box.y + box.height * ((top ? 0.17 : 0.8) + random() * 0.03),
    ];
    const wobble = Array.from({ length: 9 }, () => 0.75 + random() * 0.5);
    for (let ring = 1; ring <= 4; ring += 1) {
      const points = Array.from({ length: 36 }, (_, index): Point => {
        const angle = (index / 36) * Math.PI * 2;
        const place = (index / 36) * wobble.length;
        const low = wobble[Math.floor(place) % wobble.length] ?? 1;
        const high = wobble[(Math.floor(place) + 1) % wobble.length] ?? 1;
        const radius = ring * 15 * (low + (high - low) * (place % 1));
        return [
          centre[0] + Math.cos(angle) * radius * 1.5,
          Math.min(
            box.y + box.height - 4,
            Math.max(box.y + 4, centre[1] + Math.sin(angle) * radius),
          ),
        ];
      });
      on.path(points, { stroke: "gold", thickness: 0.35, close: true });
    }
    on.label(
      String(80 + Math.round(random() * 620)),
      "italic",
      8,
      centre[0],
      centre[1] + 3,
      "center",
      "gold",
    );
  }
}

function water(on: Sheet, box: Box, from: number, to: number, sheet: number): void {
  if (sheet <= 2) {
    const shore = curve(from, to, (t) => -0.3 - Math.sin(t * 21) * 0.03 - t * 0.4, box);
    on.path([...shore, [box.x + box.width, box.y + box.height], [box.x, box.y + box.height]], {
      fill: "water",
    });
    on.path(shore, { stroke: "blue", thickness: 0.8 });
    on.label(
      "BIỂN ĐÔNG HẢI",
      "italic",
      15,
      box.x + box.width * 0.3,
      box.y + box.height * 0.95,
      "center",
      "blue",
    );
    return;
  }
  const random = seeded(`river-${sheet}`);
  const start = box.x + box.width * (0.61 + random() * 0.03);
  const river = Array.from(
    { length: 30 },
    (_, index): Point => [
      start + Math.sin(index / 4 + random() * 0.2) * 26 + index * 3,
      box.y + (index / 29) * box.height,
    ],
  );
  on.path(river, { stroke: "water", thickness: 9 });
  on.path(river, { stroke: "blue", thickness: 0.5 });
  on.label(
    ["Sông Lạc", "Sông Bàng", "Suối Vàng", "Sông Hạc"][sheet % 4] ?? "",
    "italic",
    11,
    start + 56,
    box.y + box.height * 0.16,
    "left",
    "blue",
  );
}

function post(points: readonly Point[], share: number): Point {
  return (
    points[Math.min(points.length - 1, Math.max(0, Math.round(share * (points.length - 1))))] ?? [
      0, 0,
    ]
  );
}

function route(on: Sheet, box: Box, from: number, to: number, sheet: number): void {
  const old = curve(from, to, (t) => routeAt(t) - 0.1 + Math.sin(t * 47) * 0.035, box);
  on.path(old, { stroke: "grey", thickness: 2.2 });
  on.path(old, { stroke: "white", thickness: 1 });
  if (sheet === 3 || sheet === 5)
    on.path(
      curve(
        from,
        to,
        (t) => routeAt(t) + 0.09 * Math.sin(((t - from) / (to - from)) * Math.PI),
        box,
      ),
      { stroke: "green", thickness: 2, dash: "7 5" },
    );
  const line = curve(from, to, routeAt, box);
  on.path(line, { stroke: "rust", thickness: 5 });
  on.path(line, { stroke: "white", thickness: 1.2, dash: "9 7" });
  const first = Math.ceil(from * kilometres);
  for (let km = first; km <= to * kilometres; km += 1) {
    const [x, y] = post(line, (km / kilometres - from) / (to - from));
    on.disc(x, y, km % 5 === 0 ? 3.4 : 1.8, "ink");
    if (km % 2 === 0) on.label(`Km${km}`, "sans", 7.5, x, y - 9, "center");
  }
  const exit = post(line, 0.55);
  on.disc(exit[0], exit[1], 11, "blue");
  on.disc(exit[0], exit[1], 7, "white");
  on.label(`IC.${sheet}`, "sansBold", 6, exit[0], exit[1] + 2.2, "center", "blue");
  on.label(towns[sheet - 1] ?? "", "bold", 13, exit[0] + 16, exit[1] + 26);
  on.box(exit[0] + 16, exit[1] + 32, 30, 16, "grey");
  on.box(exit[0] + 50, exit[1] + 36, 18, 12, "grey");
  if (sheet === 3) {
    const [x, y] = post(line, 0.25);
    on.label("HẦM CỬA GIÓ L = 2,3 km", "sansBold", 8, x, y + 24, "center", "rust");
  }
}

function frameOf(on: Sheet, box: Box, sheet: number, from: number, to: number): void {
  on.path(
    [
      [box.x, box.y],
      [box.x + box.width, box.y],
      [box.x + box.width, box.y + box.height],
      [box.x, box.y + box.height],
    ],
    { stroke: "ink", thickness: 1.2, close: true },
  );
  for (let grid = 1; grid < 8; grid += 1) {
    const x = box.x + (box.width / 8) * grid;
    on.rule(x, box.y, x, box.y + 6);
    on.label(`${487 + sheet * 8 + grid}000`, "sans", 6.5, x, box.y - 3, "center", "grey");
  }
  const north: Point = [box.x + box.width - 38, box.y + 58];
  on.path(
    [
      [north[0], north[1] - 34],
      [north[0] + 9, north[1]],
      [north[0], north[1] - 8],
      [north[0] - 9, north[1]],
    ],
    { fill: "ink" },
  );
  on.label("B", "bold", 12, north[0], north[1] - 38, "center");
  const bar = { x: box.x + 24, y: box.y + box.height - 26 };
  const width = (box.width / ((to - from) * kilometres)) * 2;
  on.box(bar.x, bar.y, width / 2, 5, "ink");
  on.rule(bar.x, bar.y, bar.x + width, bar.y, 0.6);
  on.rule(bar.x, bar.y + 5, bar.x + width, bar.y + 5, 0.6);
  on.rule(bar.x + width, bar.y, bar.x + width, bar.y + 5, 0.6);
  on.label("0          1          2 km", "sans", 8, bar.x, bar.y - 4);
}

const legend: readonly (readonly [Parameters<Sheet["path"]>[1], string])[] = [
  [{ stroke: "rust", thickness: 5 }, "Hướng tuyến kiến nghị"],
  [{ stroke: "green", thickness: 2, dash: "7 5" }, "Phương án so sánh"],
  [{ stroke: "grey", thickness: 2.2 }, "Quốc lộ hiện hữu"],
  [{ stroke: "gold", thickness: 0.6 }, "Đường bình độ"],
  [{ stroke: "blue", thickness: 0.8 }, "Sông, bờ biển"],
];

function mapSheet(sheet: number, height: number): Block {
  const from = (sheet - 1) / sheets;
  const to = sheet / sheets;
  return {
    kind: "drawing",
    height,
    paint: (on, x, y, width) => {
      const box: Box = { x, y: y + 34, width, height: height - 96 };
      on.label(
        `BẢN ĐỒ HƯỚNG TUYẾN CAO TỐC TÂN HẢI – BẠCH HẠC · Tờ ${sheet}/${sheets}`,
        "bold",
        16,
        x,
        y + 14,
      );
      const km = (value: number) => (value * kilometres).toFixed(1).replace(".", ",");
      on.label(
        `Km${km(from)} – Km${km(to)} · Tỷ lệ 1:25.000`,
        "roman",
        12,
        x + width,
        y + 14,
        "right",
      );
      on.box(box.x, box.y, box.width, box.height, "land");
      contours(on, box, sheet);
      water(on, box, from, to, sheet);
      route(on, box, from, to, sheet);
      frameOf(on, box, sheet, from, to);
      legend.forEach(([style, text], index) => {
        const left = x + index * 178;
        on.path(
          [
            [left, box.y + box.height + 22],
            [left + 34, box.y + box.height + 22],
          ],
          style,
        );
        on.label(text, "roman", 10.5, left + 42, box.y + box.height + 26);
      });
      on.label(
        `${headOf("BGH", "", null).state} · Bộ Giao thông và Hạ tầng · ${signatureOf("BGH", []).name}`,
        "italic",
        9.5,
        x,
        box.y + box.height + 48,
        "left",
        "grey",
      );
    },
  };
}

export function printMaps(plan: PaperPlan): Promise<Buffer> {
  return printPaper({
    title: plan.title.vi,
    author: "Bộ Giao thông và Hạ tầng",
    subject: plan.title.en,
    language: "vi",
    date: new Date(Date.UTC(2026, 10, 9, 2)),
    pages: plan.pages,
    size: "A3Landscape",
    style: report,
    head: [],
    parts: Array.from({ length: sheets }, (_, index) => ({
      share: 1,
      newPage: index > 0,
      opening: () => [
        {
          kind: "drawing",
          height: 0,
          keep: true,
          paint: (on: Sheet) => on.bookmark(`Tờ ${index + 1}: ${towns[index] ?? ""}`, 1),
        } satisfies Block,
        mapSheet(index + 1, 690),
      ],
    })),
    tail: () => [
      p("Bản đồ kèm theo Báo cáo nghiên cứu tiền khả thi; tọa độ hư cấu.", {
        face: "italic",
        size: 9,
        first: 0,
        after: 0,
      }),
    ],
  });
}

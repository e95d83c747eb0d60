/** Figures as vector drawings; the same numbers stand in the text beside them. */
import type { Piece } from "./flow";
import { breakLines, printLine } from "./lines";
import type { Colour, Sheet } from "./sheet";

export type Series = { label: string; values: readonly number[] };
export type Chart = {
  kind: "chart";
  look: "bars" | "lines" | "rows";
  caption: string;
  unit: string;
  labels: readonly string[];
  series: readonly Series[];
  source?: string;
  /** decimal comma or point, by the paper's language */
  decimal: "," | ".";
  height?: number;
};

type Measure = { left: number; width: number };
type Frame = { x: number; y: number; width: number; height: number };
const colours: readonly Colour[] = ["blue", "gold", "green", "rust"];
const colourOf = (index: number): Colour => colours[index % colours.length] ?? "blue";

/** Round steps for an axis that holds `highest`. */
function axis(highest: number): { step: number; top: number } {
  const rough = Math.max(highest, 0.001) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { step, top: Math.ceil((highest * 1.04) / step) * step };
}

function written(value: number, decimal: "," | "."): string {
  const group = decimal === "," ? "." : ",";
  const rounded = Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 100) / 100;
  const [whole = "0", part] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return part === undefined ? grouped : `${grouped}${decimal}${part}`;
}

export function chartPieces(sheet: Sheet, chart: Chart, measure: Measure): Piece[] {
  const legend = chart.series.length > 1 ? 16 : 2;
  const body = chart.height ?? (chart.look === "rows" ? 24 + chart.labels.length * 17 : 170);
  const caption = breakLines(sheet, chart.caption, "bold", 11, measure.width - 40);
  const paint = (on: Sheet, y: number) => {
    const frame: Frame = {
      x: measure.left + 18,
      y: y + 18,
      width: measure.width - 30,
      height: body - 30,
    };
    on.label(chart.unit, "sans", 7.5, frame.x, y + 10, "left", "grey");
    if (chart.look === "rows") paintRows(on, chart, frame);
    else paintColumns(on, chart, { ...frame, x: frame.x + 24, width: frame.width - 24 });
    if (chart.series.length > 1) paintLegend(on, chart, frame.x, y + body + 8);
  };
  return [
    { height: 6, space: true },
    { height: body + legend, keep: true, paint },
    ...caption.map((line) => ({
      height: 15,
      keep: chart.source !== undefined,
      paint: (on: Sheet, y: number) =>
        printLine(on, line, 11, measure.left + 20, y + 11, measure.width - 40, "center"),
    })),
    ...(chart.source === undefined
      ? []
      : breakLines(sheet, chart.source, "italic", 9.5, measure.width).map((line) => ({
          height: 13,
          paint: (on: Sheet, y: number) =>
            printLine(on, line, 9.5, measure.left, y + 9.5, measure.width, "center"),
        }))),
    { height: 10, space: true },
  ];
}

function paintColumns(on: Sheet, chart: Chart, frame: Frame): void {
  const { step, top } = axis(Math.max(...chart.series.flatMap((series) => series.values)));
  const bottom = frame.y + frame.height;
  const heightOf = (value: number) => (value / top) * frame.height;
  for (let tick = 0; tick <= top + step / 2; tick += step) {
    const y = bottom - heightOf(tick);
    on.rule(
      frame.x,
      y,
      frame.x + frame.width,
      y,
      tick === 0 ? 0.8 : 0.3,
      tick === 0 ? "ink" : "grey",
      tick === 0 ? "" : "1 2",
    );
    on.label(written(tick, chart.decimal), "sans", 7, frame.x - 4, y + 2.5, "right", "grey");
  }
  const slot = frame.width / chart.labels.length;
  for (const [index, label] of chart.labels.entries()) {
    on.label(label, "sans", 7, frame.x + slot * (index + 0.5), bottom + 10, "center");
  }
  const figures = chart.labels.length * chart.series.length <= 16;
  chart.series.forEach((series, at) => {
    const colour = colourOf(at);
    if (chart.look === "lines") {
      const points = series.values.map(
        (value, index) => [frame.x + slot * (index + 0.5), bottom - heightOf(value)] as const,
      );
      on.path(points, { stroke: colour, thickness: 1.4 });
      points.forEach(([x, y], index) => {
        on.disc(x, y, 2, colour);
        const value = series.values[index];
        if (figures && value !== undefined)
          on.label(written(value, chart.decimal), "sans", 6.8, x, y - 5, "center", colour);
      });
      return;
    }
    const wide = Math.min(34, (slot * 0.72) / chart.series.length);
    series.values.forEach((value, index) => {
      const x = frame.x + slot * (index + 0.5) + (at - chart.series.length / 2) * wide;
      on.box(x, bottom - heightOf(value), wide - 1, heightOf(value), colour);
      if (figures)
        on.label(
          written(value, chart.decimal),
          "sans",
          6.8,
          x + wide / 2,
          bottom - heightOf(value) - 3,
          "center",
        );
    });
  });
}

function paintRows(on: Sheet, chart: Chart, frame: Frame): void {
  const values = chart.series[0]?.values ?? [];
  const widest = Math.max(...chart.labels.map((label) => on.textWidth("sans", 8, label)));
  const x = frame.x + widest + 8;
  const room = frame.x + frame.width - x - 40;
  const highest = Math.max(...values, 0.001);
  const slot = frame.height / chart.labels.length;
  on.rule(x, frame.y - 2, x, frame.y + frame.height, 0.8);
  chart.labels.forEach((label, index) => {
    const y = frame.y + slot * index;
    const value = values[index] ?? 0;
    on.label(label, "sans", 8, x - 6, y + slot / 2 + 3, "right");
    on.box(x, y + slot * 0.16, (value / highest) * room, slot * 0.68, "blue");
    on.label(
      written(value, chart.decimal),
      "sans",
      7.5,
      x + (value / highest) * room + 4,
      y + slot / 2 + 3,
    );
  });
}

function paintLegend(on: Sheet, chart: Chart, left: number, y: number): void {
  let x = left;
  chart.series.forEach((series, index) => {
    on.box(x, y - 6, 8, 8, colourOf(index));
    on.label(series.label, "sans", 7.5, x + 12, y + 1);
    x += on.textWidth("sans", 7.5, series.label) + 30;
  });
}

/** What a scenario found: medians with their spread, ours beside the peer's of the same run. */
import { mkdirSync, writeFileSync } from "node:fs";

export type Spread = { median: number; min: number; max: number };
export type Row = {
  measure: string;
  unit: string;
  ours: Spread;
  peer: ({ name: string } & Spread) | null;
  /** ours through peer, of the medians */
  ratio: number | null;
};

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** @param sorted ascending */
export function quantile(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[place] ?? 0;
}

export function row(
  measure: string,
  unit: string,
  ours: readonly number[],
  peer?: { name: string; values: readonly number[] },
): Row {
  const own = spreadOf(ours);
  if (peer === undefined) return { measure, unit, ours: own, peer: null, ratio: null };
  const other = spreadOf(peer.values);
  return {
    measure,
    unit,
    ours: own,
    peer: { name: peer.name, ...other },
    ratio: other.median === 0 ? null : own.median / other.median,
  };
}

export function report(scenario: string, rows: readonly Row[]): void {
  console.info(`\n${scenario}`);
  for (const { measure, unit, ours, peer, ratio } of rows) {
    const beside =
      peer === null
        ? ""
        : ` | ${peer.name}: ${say(peer)} | ratio ${ratio === null ? "–" : ratio.toFixed(2)}`;
    console.info(`  ${measure} [${unit}]: ${say(ours)}${beside}`);
  }
  mkdirSync("bench/out", { recursive: true });
  writeFileSync(`bench/out/${scenario}.json`, `${JSON.stringify(rows, null, 2)}\n`);
}

function say({ median, min, max }: Spread): string {
  const text = (value: number) =>
    Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
  return `${text(median)} (${text(min)}–${text(max)})`;
}

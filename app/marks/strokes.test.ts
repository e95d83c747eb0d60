import { describe, expect, test } from "vitest";
import {
  boundsOf,
  hasRoom,
  isCrossed,
  outlineOf,
  type PenPoint,
  penPointsOf,
  strokeOf,
} from "./strokes";

const wave: PenPoint[] = Array.from({ length: 4_000 }, (_, n) => [
  n / 20,
  50 + 10 * Math.sin(n / 60),
  0.3 + (n % 100) / 300,
]);

describe("strokes", () => {
  test("a long line is stored thin and stays within its tolerance", () => {
    const stroke = strokeOf(wave);
    const kept = penPointsOf(stroke);
    expect(kept.length).toBeLessThan(400);
    for (const [x, y] of wave) {
      expect(isCrossed({ ...stroke, width: 0.5 }, { x, y }, { x, y }, 0)).toBe(true);
    }
  });

  test("a dot is a stroke", () => {
    const stroke = strokeOf([[5, 5, 0.5]]);
    expect(stroke.points).toEqual([5, 5, 0.5]);
    expect(outlineOf(penPointsOf(stroke), stroke.width)).toMatch(/^M.*Z$/);
    expect(boundsOf([stroke])).toEqual({ x: 3.85, y: 3.85, width: 2.3, height: 2.3 });
  });

  test("a scribble of any length fits into one mark", () => {
    const scribble: PenPoint[] = Array.from({ length: 30_000 }, (_, n) => [
      (n * 7919) % 500,
      (n * 104_729) % 700,
      0.5,
    ]);
    expect(strokeOf(scribble).points.length).toBeLessThanOrEqual(6_000);
  });

  test("a firm hand leaves a wider line than a light one", () => {
    const heightAt = (pressure: number) => {
      const path = outlineOf(
        Array.from({ length: 30 }, (_, n): PenPoint => [n * 4, 20, pressure]),
        2.3,
      );
      const heights = [...path.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
      return Math.max(...heights) - Math.min(...heights);
    };
    expect(heightAt(0.9)).toBeGreaterThan(heightAt(0.2) * 1.4);
  });

  test("a mark takes strokes only as long as it fits into one message", () => {
    const dot = strokeOf([[1, 1, 0.5]]);
    expect(hasRoom(Array(59).fill(dot), dot)).toBe(true);
    expect(hasRoom(Array(60).fill(dot), dot)).toBe(false);
    expect(hasRoom([{ width: 2, points: Array(6_000).fill(1) }], dot)).toBe(false);
  });
});

describe("the eraser", () => {
  const stroke = strokeOf([
    [10, 10, 0.5],
    [110, 10, 0.5],
  ]);

  test("takes what its path crosses, also between two points of either", () => {
    expect(isCrossed(stroke, { x: 60, y: 0 }, { x: 60, y: 40 }, 1)).toBe(true);
    expect(isCrossed(stroke, { x: 60, y: 14 }, { x: 60, y: 14 }, 4)).toBe(true);
  });

  test("leaves what it passes by", () => {
    expect(isCrossed(stroke, { x: 60, y: 20 }, { x: 90, y: 20 }, 4)).toBe(false);
    expect(isCrossed(stroke, { x: 130, y: 0 }, { x: 130, y: 30 }, 4)).toBe(false);
  });
});

import { expect, test } from "vitest";
import { bytesPerPixel, densityFor, livePages, maxLivePages, totalBytes } from "./canvas-budget";

const bytesOf = (box: { width: number; height: number }, density: number) =>
  Math.floor(box.width * density) * Math.floor(box.height * density) * bytesPerPixel;

test("three pages of any size and zoom stay in the budget together, each under eight million pixels", () => {
  for (const zoom of [0.5, 1, 1.5, 2, 4]) {
    for (const deviceDensity of [1, 1.5, 2, 3]) {
      const box = { width: 794 * zoom, height: 1_123 * zoom };
      const bytes = bytesOf(box, densityFor(box, maxLivePages, deviceDensity));
      expect(bytes * maxLivePages).toBeLessThanOrEqual(totalBytes);
      expect(bytes / bytesPerPixel).toBeLessThanOrEqual(8_000_000);
    }
  }
});

test("a screen is never painted finer than twice, nor finer than it is", () => {
  const box = { width: 400, height: 560 };
  expect(densityFor(box, 1, 3)).toBe(2);
  expect(densityFor(box, 1, 1.25)).toBe(1.25);
});

test("more pages at once share the same budget", () => {
  const box = { width: 1_000, height: 1_400 };
  expect(bytesOf(box, densityFor(box, 12, 2)) * 12).toBeLessThanOrEqual(totalBytes);
});

test("what is seen is painted, then the page after it and the page before it", () => {
  expect(livePages({ first: 5, last: 5 }, 9)).toEqual([5, 6, 4]);
  expect(livePages({ first: 5, last: 6 }, 9)).toEqual([5, 6, 7]);
  expect(livePages({ first: 9, last: 9 }, 9)).toEqual([9, 8]);
  expect(livePages({ first: 1, last: 4 }, 9)).toEqual([1, 2, 3, 4]);
});

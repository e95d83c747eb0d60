import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { densityFor, livePages } from "./canvas-budget";
import {
  clampZoom,
  heightOf,
  layOut,
  percentOf,
  placeAt,
  plainView,
  type View,
  zoomStep,
} from "./layout";

const at = (zoom: View["zoom"]): View => ({ ...plainView, zoom });
const desk = (width: number) => ({ width, height: 700 });

const a4 = (pages: number) => ({ pages, width: 595, height: 842 });

describe("a layout", () => {
  test("fits the common width to the desk and only shrinks what is wider", () => {
    const layout = layOut([a4(10), { pages: 1, width: 1191, height: 842 }], plainView, desk(627));
    expect(layout.boxOf(1)).toMatchObject({ left: 16, width: 595 });
    expect(layout.boxOf(11)).toMatchObject({ left: 16, width: 595 });
    expect(layout.width).toBe(627);
  });

  test("at a fixed zoom is as wide as its widest page", () => {
    const layout = layOut([a4(2)], at(2), desk(600));
    expect(layout.boxOf(1).width).toBe(Math.round((595 * 96 * 2) / 72));
    expect(layout.width).toBe(layout.boxOf(1).width + 32);
  });

  const runs = fc.array(
    fc.record({
      pages: fc.integer({ min: 1, max: 60 }),
      width: fc.integer({ min: 50, max: 3_000 }),
      height: fc.integer({ min: 50, max: 3_000 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const views: fc.Arbitrary<View> = fc.record({
    zoom: fc.oneof(
      fc.constantFrom("fit" as const, "page" as const),
      fc.double({ min: 0.5, max: 4, noNaN: true }),
    ),
    columns: fc.constantFrom(1 as const, 2 as const),
    turn: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  });
  const desks = fc.integer({ min: 200, max: 2_000 });

  test("finds each page where it put it, pages follow each other and the last one ends the desk", () => {
    fc.assert(
      fc.property(runs, views, desks, (pageRuns, view, width) => {
        const layout = layOut(pageRuns, view, desk(width));
        let below = 0;
        for (let first = 1; first <= layout.pages; first += view.columns) {
          const last = Math.min(layout.pages, first + view.columns - 1);
          const boxes = [layout.boxOf(first), layout.boxOf(last)];
          const top = Math.min(...boxes.map((box) => box.top));
          const bottom = Math.max(...boxes.map((box) => box.top + box.height));
          expect(top).toBe(below + 16);
          for (const y of [top, bottom - 1]) {
            expect([layout.pageAt(y), layout.lastPageAt(y)]).toEqual([first, last]);
          }
          for (const box of boxes) {
            expect(box.left).toBeGreaterThanOrEqual(16);
            expect(box.left + box.width).toBeLessThanOrEqual(layout.width);
          }
          below = bottom;
        }
        expect(layout.height).toBe(below + 16);
      }),
      { numRuns: 50 },
    );
  });

  test("keeps a place through any change of zoom and of desk", () => {
    fc.assert(
      fc.property(
        runs,
        views,
        views,
        desks,
        desks,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pageRuns, one, other, width, wider, part) => {
          const before = layOut(pageRuns, one, desk(width));
          const place = placeAt(before, part * before.height);
          const after = layOut(pageRuns, other, desk(wider));
          const { columns } = other;
          // side by side, the first of the two is the one that is named
          const first = place.page - ((place.page - 1) % columns);
          expect(placeAt(after, heightOf(after, place)).page).toBe(first);
        },
      ),
    );
  });
});

test("whole pages are seen where that is asked for, two beside each other where there is room", () => {
  const whole = layOut([a4(4)], { zoom: "page", columns: 1, turn: 0 }, { width: 900, height: 700 });
  expect(whole.boxOf(1).height).toBe(700 - 32);
  const two = layOut([a4(4)], { zoom: "fit", columns: 2, turn: 0 }, { width: 1_238, height: 700 });
  expect([two.boxOf(1), two.boxOf(2)]).toMatchObject([
    { left: 16, width: 595, top: 16 },
    { left: 627, width: 595, top: 16 },
  ]);
  expect(two.pageAt(two.boxOf(4).top)).toBe(3);
  const turned = layOut([a4(1)], { zoom: "fit", columns: 1, turn: 1 }, { width: 874, height: 700 });
  expect(turned.boxOf(1)).toMatchObject({ width: 842, height: 595 });
});

test("the zoom buttons step through plain numbers and stop at the ends", () => {
  expect(zoomStep(100, 1)).toBe(1.1);
  expect(zoomStep(87, 1)).toBe(0.9);
  expect(zoomStep(87, -1)).toBe(0.8);
  expect(zoomStep(400, 1)).toBe(4);
  expect(zoomStep(50, -1)).toBe(0.5);
  expect(clampZoom(9)).toBe(4);
  expect(percentOf(96 / 72)).toBe(100);
});

test("the canvas budget holds for any page at any zoom", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 12_000 }),
      fc.integer({ min: 50, max: 12_000 }),
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 1, max: 4, noNaN: true }),
      (width, height, live, device) => {
        const density = densityFor({ width, height }, live, device);
        const pixels = width * density * height * density;
        expect(density).toBeLessThanOrEqual(2);
        expect(pixels).toBeLessThanOrEqual(8_000_001);
        expect(pixels * 4 * live).toBeLessThanOrEqual(96 * 1024 * 1024 + 1);
      },
    ),
  );
});

test("seen pages come first, then the next one, then the one before, three in all", () => {
  expect(livePages({ first: 5, last: 5 }, 10)).toEqual([5, 6, 4]);
  expect(livePages({ first: 5, last: 6 }, 10)).toEqual([5, 6, 7]);
  expect(livePages({ first: 1, last: 1 }, 10)).toEqual([1, 2]);
  expect(livePages({ first: 10, last: 10 }, 10)).toEqual([10, 9]);
  expect(livePages({ first: 3, last: 7 }, 10)).toEqual([3, 4, 5, 6, 7]);
});

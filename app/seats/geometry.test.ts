import { describe, expect, it } from "vitest";
import { resultTable, seatMapTable, seatPlaces, type TableSize, tableFor } from "./geometry";

const tables: Record<string, TableSize> = { "seat map": seatMapTable, result: resultTable };
const sizes = [1, 2, 3, 9, 23, 26, 27, 50, 200];

describe.each(Object.entries(tables))("the table of the %s", (_name, table) => {
  it.each(sizes)("has as many seats as members: %i", (n) => {
    expect(seatPlaces(tableFor(table, n), n).map(({ place }) => place)).toEqual(
      Array.from({ length: n }, (_, index) => index + 1),
    );
  });

  it.each(sizes)("puts the head in the middle of the closed end: %i", (n) => {
    expect(seatPlaces(table, n)[0]).toMatchObject({ x: 0, y: 0, normal: { x: 0, y: 1 } });
  });

  it.each(sizes)("is symmetric, even places at the viewer's left: %i", (n) => {
    const places = seatPlaces(tableFor(table, n), n);
    for (const even of places.filter(({ place }) => place % 2 === 0)) {
      expect(even.x).toBeLessThan(0);
      const odd = places.find(({ place }) => place === even.place + 1);
      if (odd === undefined) continue;
      expect(odd.x).toBeCloseTo(-even.x, 9);
      expect(odd.y).toBeCloseTo(even.y, 9);
      expect(odd.normal.x).toBeCloseTo(-even.normal.x, 9);
    }
  });

  it.each(sizes)("lets no two seats overlap: %i", (n) => {
    const grown = tableFor(table, n);
    const places = seatPlaces(grown, n);
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(grown.seat);
      }
    }
  });

  it.each(sizes)("turns every seat towards the table: %i", (n) => {
    for (const { normal } of seatPlaces(table, n)) {
      expect(Math.hypot(normal.x, normal.y)).toBeCloseTo(1, 9);
      expect(normal.y).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it("stays as designed for the Government of 27 and grows only when it must", () => {
    expect(tableFor(table, 27)).toBe(table);
    expect(tableFor(table, 60).height).toBeGreaterThan(table.height);
  });
});

import { describe, expect, test } from "vitest";
import { smallerStencil } from "./wide-masks";

/** Rows as they are written: `#` is a set bit. */
function bitsOf(...rows: string[]): { bits: Uint8Array; width: number; height: number } {
  const width = rows[0]?.length ?? 0;
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * rows.length);
  for (const [y, row] of rows.entries()) {
    for (const [x, sign] of [...row].entries()) {
      const at = y * rowBytes + (x >> 3);
      if (sign === "#") bits[at] = (bits[at] ?? 0) | (0x80 >> (x % 8));
    }
  }
  return { bits, width, height: rows.length };
}

function opacities(
  stencil: ReturnType<typeof bitsOf> & { drawsSet: boolean },
  mostPixels: number,
): number[][] {
  const { width, height, pixels } = smallerStencil(stencil, mostPixels);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => pixels[(y * width + x) * 4 + 3] ?? -1),
  );
}

describe("a stencil wider than any screen", () => {
  const picture = bitsOf("##......##", "##......#.", "..#.......", "..........");

  test("is as opaque as what was drawn under each pixel", () => {
    expect(opacities({ ...picture, drawsSet: true }, 10)).toEqual([
      [255, 0, 0, 0, 191],
      [0, 64, 0, 0, 0],
    ]);
  });

  test("draws the bits that are not set where the paper says so, and nothing beyond its edge", () => {
    expect(opacities({ ...picture, drawsSet: false }, 10)).toEqual([
      [0, 255, 255, 255, 64],
      [255, 191, 255, 255, 255],
    ]);
  });

  test("steps that do not meet its edge count what is there", () => {
    const { width, height } = smallerStencil({ ...picture, drawsSet: true }, 5);
    expect([width, height]).toEqual([4, 2]);
    expect(opacities({ ...picture, drawsSet: true }, 5)).toEqual([
      [142, 0, 57, 85],
      [0, 0, 0, 0],
    ]);
  });

  test("rows that the file leaves out are not set", () => {
    const cut = { ...picture, bits: picture.bits.subarray(0, 4) };
    expect(opacities({ ...cut, drawsSet: true }, 10)[1]).toEqual([0, 0, 0, 0, 0]);
  });

  test("keeps to the pixels it is given", () => {
    const wide = { bits: new Uint8Array(1_158 * 12_259), width: 9_258, height: 12_259 };
    const { width, height } = smallerStencil({ ...wide, drawsSet: true }, 8_000_000);
    expect(width * height).toBeLessThanOrEqual(8_000_000);
    expect([width, height]).toEqual([2_315, 3_065]);
  });
});

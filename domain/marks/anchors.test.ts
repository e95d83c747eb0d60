import { describe, expect, test } from "vitest";
import type { VersionText } from "../documents";
import {
  boundsOn,
  boxesOn,
  compareAnchors,
  inWhole,
  longestQuote,
  pagesOf,
  placeAnchor,
  textAnchor,
  wholeOf,
} from "./anchors";
import { Anchor } from "./mark";

const line = (start: number, text: string, y: number) => ({
  start,
  end: start + text.length,
  box: { x: 72, y, width: text.length * 6, height: 12 },
});
const one = "Cơ quan trình có trách nhiệm";
const two = "báo cáo Chính phủ";
const three = "trước ngày 25 tháng 11.";
const version: VersionText = {
  reliability: "reliable",
  pages: [
    { text: `${one}\n${two}`, runs: [line(0, one, 80), line(one.length + 1, two, 700)] },
    { text: three, runs: [line(0, three, 80)] },
    { text: "", runs: [] },
  ],
};
const { text: whole } = wholeOf(version);

describe("text anchors", () => {
  test("quote, position and boxes agree over a page break", () => {
    const start = whole.indexOf("báo cáo");
    const end = whole.indexOf(" 25");
    const anchor = textAnchor(version, { start, end });
    expect(anchor).toEqual({
      type: "text",
      quote: {
        exact: "báo cáo Chính phủ\ntrước ngày",
        prefix: `${one}\n`.slice(-32),
        suffix: " 25 tháng 11.\n".slice(0, 32),
      },
      position: { start, end },
      rects: [
        { page: 1, box: { x: 72, y: 700, width: two.length * 6, height: 12 } },
        { page: 2, box: expect.objectContaining({ x: 72, y: 80 }) },
      ],
    });
    expect(Anchor.parse(anchor)).toEqual(anchor);
    expect(anchor && pagesOf(anchor)).toEqual([1, 2]);
    expect(anchor && boxesOn(anchor, 2)).toHaveLength(1);
    expect(anchor && boundsOn(anchor, 3)).toBeNull();
  });

  test("white space at the ends is not quoted; nothing but white space is no anchor", () => {
    const at = whole.indexOf("trình");
    expect(textAnchor(version, { start: at - 1, end: at + 6 })?.quote.exact).toBe("trình");
    expect(textAnchor(version, { start: one.length, end: one.length + 1 })).toBeNull();
  });

  test("a stretch may be given backwards and reach over the ends", () => {
    expect(textAnchor(version, { start: 7, end: -5 })?.quote.exact).toBe("Cơ quan");
    expect(textAnchor(version, { start: 1e9, end: whole.indexOf("11.") })?.quote.exact).toBe("11.");
  });

  test("more than a mark may quote is no anchor", () => {
    const long = "chữ ".repeat(longestQuote);
    const pages = [{ text: long, runs: [line(0, long, 80)] }];
    const text: VersionText = { reliability: "reliable", pages };
    expect(textAnchor(text, { start: 0, end: longestQuote })).not.toBeNull();
    expect(textAnchor(text, { start: 0, end: longestQuote + 3 })).toBeNull();
  });
});

describe("place anchors", () => {
  test("know the line that stands nearest, by its place in the whole text", () => {
    const anchor = placeAnchor(version, 1, { x: 400, y: 690, width: 30, height: 30 });
    expect(anchor.near?.exact).toBe(two);
    expect(whole.startsWith(anchor.near?.exact ?? "-", anchor.near?.start)).toBe(true);
    expect(Anchor.parse(anchor)).toEqual(anchor);
  });

  test("quote whole words of a long line", () => {
    const long = "phương án hai giữ thẩm quyền hiện hành, rút ngắn thời hạn giải quyết";
    const pages = [{ text: long, runs: [line(0, long, 80)] }];
    const near = placeAnchor({ reliability: "reliable", pages }, 1, {
      x: 72 + long.length * 5,
      y: 84,
      width: 10,
      height: 10,
    }).near;
    expect(near?.exact).toBe("rút ngắn thời hạn giải quyết");
    expect(long.startsWith(near?.exact ?? "-", near?.start)).toBe(true);
  });

  test("on a page without text, or before the text has come, there is none", () => {
    const box = { x: 10.123456, y: 10, width: 5, height: 5 };
    expect(placeAnchor(version, 3, box)).toEqual({
      type: "place",
      page: 3,
      box: { ...box, x: 10.12 },
      near: null,
    });
    expect(placeAnchor(null, 1, box).near).toBeNull();
  });
});

test("a page's stretch in the whole text", () => {
  const { start, end } = inWhole(version, 2, { start: 0, end: 5 });
  expect(whole.slice(start, end)).toBe("trước");
});

test("marks are ordered as the eye meets them", () => {
  const at = (page: number, x: number, y: number) =>
    placeAnchor(null, page, { x, y, width: 1, height: 1 });
  const first = at(1, 9, 1);
  const second = at(1, 1, 5);
  const third = at(2, 0, 0);
  expect([third, second, first].sort(compareAnchors)).toEqual([first, second, third]);
});

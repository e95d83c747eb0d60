/** Ground truth: papers whose every letter knows where it came from (tests/support/version-pairs). */
import { describe, expect, test } from "vitest";
import { versionPairs } from "../../tests/support/version-pairs/pairs";
import {
  newParagraph,
  paperOf,
  plainSetting,
  print,
} from "../../tests/support/version-pairs/paper";
import { vietnamese } from "../../tests/support/version-pairs/vietnamese";
import { type VersionText, wholeText } from "../documents";
import { PersonId, VersionId } from "../ids";
import { Instant } from "../text";
import { placeAnchor, textAnchor } from "./anchors";
import { type Anchor, MarkId } from "./mark";
import { follow, type PlacementMark, placeOn, type StandingMark } from "./placement";

const pairs = versionPairs();

function judge() {
  const count = { unchanged: 0, right: 0, proposed: 0, touched: 0, gone: 0 };
  const misplaced: string[] = [];
  const lost: string[] = [];
  for (const { name, older, newer, marks } of pairs) {
    for (const { stretch, right } of marks) {
      const anchor = textAnchor(older, stretch);
      if (anchor === null) throw new Error(`${name}: a mark on nothing`);
      const placement = follow(anchor, older, newer);
      const position = placement.anchor?.type === "text" ? placement.anchor.position : null;
      const isRight = position?.start === right?.start && position?.end === right?.end;
      if (placement.state === "moved" && !isRight) misplaced.push(`${name}: ${anchor.quote.exact}`);
      if (right === null) {
        count.touched += 1;
        if (placement.state === "gone") count.gone += 1;
        continue;
      }
      count.unchanged += 1;
      if (placement.state === "gone") lost.push(`${name}: ${anchor.quote.exact}`);
      if (placement.state === "moved") count.right += 1;
      if (placement.state === "check" && isRight) count.proposed += 1;
    }
  }
  return { count, misplaced, lost };
}

describe("the versions test set", () => {
  const { count, misplaced, lost } = judge();

  test("has at least 60 pairs of versions with marks on changed and unchanged text", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(60);
    expect(count.unchanged).toBeGreaterThan(4_000);
    expect(count.touched).toBeGreaterThan(300);
  });

  test("no mark is misplaced without a flag, none on unchanged text is called gone", () => {
    expect(misplaced).toEqual([]);
    expect(lost).toEqual([]);
  });

  test("at least 95 % of the marks on unchanged text land right", () => {
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
    console.info(
      `${pairs.length} pairs; on unchanged text: ${count.unchanged} marks, right ${share(count.right, count.unchanged)}, ` +
        `asked with the right place first ${share(count.proposed, count.unchanged)}; ` +
        `on changed text: ${count.touched}, gone ${share(count.gone, count.touched)}, asked the rest; misplaced ${misplaced.length}`,
    );
    expect(count.right / count.unchanged).toBeGreaterThanOrEqual(0.95);
  });
});

const paper = paperOf(vietnamese);
const first = print(paper, plainSetting).version;
const second = print(
  paper.flatMap((paragraph, index) =>
    index === 20
      ? [newParagraph("Khoản này được bổ sung sau phiên họp tháng mười."), paragraph]
      : [paragraph],
  ),
  plainSetting,
).version;

function anchorOn(version: VersionText, words: string): Extract<Anchor, { type: "text" }> {
  const { text } = wholeText(version.pages);
  const start = text.search(words.replaceAll(" ", "\\s"));
  const anchor = textAnchor(version, { start, end: start + words.length });
  if (start === -1 || anchor === null) throw new Error(`Not in the text: ${words}`);
  return anchor;
}

/** The words a mark covers on a page, by the lines its boxes lie on. */
const quoteOf = (anchor: Anchor | null) => (anchor?.type === "text" ? anchor.quote.exact : null);

describe("text", () => {
  test("words that were replaced are proposed where they stood", () => {
    const changed = print(
      paperOf(vietnamese.map((text) => text.replace("dưới 300 ha", "dưới 500 ha"))),
      plainSetting,
    ).version;
    const placement = follow(anchorOn(first, "diện tích dưới 300 ha"), first, changed);
    expect(placement).toMatchObject({ state: "check", reason: { type: "reworded" } });
    expect(quoteOf(placement.anchor)?.replace(/\s/g, " ")).toBe("diện tích dưới 500 ha");
  });

  test("words that were taken out are gone", () => {
    const shorter = print(
      paperOf(
        vietnamese.map((text) =>
          text.replace(", trừ trường hợp thu hồi đất quốc phòng, an ninh", ""),
        ),
      ),
      plainSetting,
    ).version;
    const mark = anchorOn(first, "trừ trường hợp thu hồi đất quốc phòng, an ninh");
    expect(follow(mark, first, shorter)).toMatchObject({ state: "gone", anchor: null });
  });

  test("one of several equal clauses taken out: the author is asked, with all that remain", () => {
    const clause = "Chính phủ quy định chi tiết Điều này.";
    const three = [clause, clause, clause, ...vietnamese];
    const older = print(paperOf(three), plainSetting).version;
    const newer = print(paperOf(three.slice(1)), plainSetting).version;
    const placement = follow(anchorOn(older, "quy định chi tiết"), older, newer);
    expect(placement.state).toBe("check");
    expect(placement.candidates.length).toBe(2);
  });

  test("a quote that the version does not have at its position is not believed", () => {
    const mark = anchorOn(first, "bảo đảm bình đẳng giới");
    const shifted = { ...mark, position: { start: 10, end: 32 } };
    expect(quoteOf(follow(shifted, first, second).anchor)).toBe("bảo đảm bình đẳng giới");
    const never = { ...shifted, quote: { ...mark.quote, exact: "chưa từng có" } };
    expect(follow(never, first, second)).toMatchObject({
      state: "check",
      reason: { type: "by_place" },
    });
  });

  test("without text on either side the place is kept and the author asked", () => {
    const mark = anchorOn(first, "bảo đảm bình đẳng giới");
    const scan: VersionText = {
      reliability: "none",
      pages: first.pages.map(() => ({ text: "", runs: [] })),
    };
    for (const to of [scan, { ...second, reliability: "unreliable" as const }, null]) {
      const placement = follow(mark, first, to);
      expect(placement).toMatchObject({ state: "check", reason: { type: "unreadable" } });
      expect(placement.anchor).toMatchObject({
        page: mark.rects[0]?.page,
        box: mark.rects[0]?.box,
      });
    }
    const onePage: VersionText = { reliability: "none", pages: [{ text: "", runs: [] }] };
    const later = anchorOn(first, "Nghị định này có hiệu lực");
    expect(follow(later, first, onePage)).toMatchObject({ state: "check", anchor: null });
  });
});

describe("ink and pins", () => {
  const line = anchorOn(first, "Bảng giá đất được xây dựng").rects[0];
  if (line === undefined) throw new Error("no line");
  const circle = placeAnchor(first, line.page, {
    x: 80,
    y: line.box.y - 4,
    width: 200,
    height: 24,
  });

  test("follow the nearest line and are flagged", () => {
    const placement = follow(circle, first, second);
    const now = anchorOn(second, "Bảng giá đất được xây dựng").rects[0];
    expect(placement).toMatchObject({ state: "check", reason: { type: "by_place" } });
    expect(placement.anchor).toMatchObject({ type: "place", page: now?.page });
    expect(placement.anchor?.type === "place" && placement.anchor.box.y).toBeCloseTo(
      (now?.box.y ?? 0) - 4,
      1,
    );
  });

  test("stay without a question on a page that is the same, letter by letter and line by line", () => {
    const box = first.pages[0]?.runs[3]?.box ?? circle.box;
    expect(follow(placeAnchor(first, 1, box), first, second).state).toBe("moved");
  });

  test("go to the page that took their page's part when they stand near no text", () => {
    const alone: Anchor = { type: "place", page: 2, box: circle.box, near: null };
    expect(follow(alone, first, second)).toMatchObject({ state: "check", anchor: { page: 2 } });
  });
});

describe("the author's word", () => {
  const id = (n: number) => VersionId.parse(`00000000-0000-4000-8000-00000000000${n}`);
  const order = [id(1), id(2), id(3)];
  const mark: StandingMark = {
    v: 1,
    kind: "highlight",
    madeOn: id(1),
    madeAt: Instant.parse("2026-11-24T02:00:00.000Z"),
    anchor: anchorOn(first, "bảo đảm bình đẳng giới"),
    colour: "attention",
    body: "",
    mentions: [],
  };
  const said = (on: VersionId, anchor: Anchor | null): PlacementMark => ({
    v: 1,
    kind: "placement",
    madeOn: on,
    madeAt: mark.madeAt,
    target: {
      owner: PersonId.parse("00000000-0000-4000-8000-0000000000aa"),
      markId: MarkId.parse("00000000-0000-4000-8000-0000000000bb"),
    },
    on,
    anchor,
  });
  const versions = {
    order,
    textOf: (version: VersionId) => (version === id(1) ? first : second),
  };
  const chosen = anchorOn(second, "Chính phủ chịu trách nhiệm");

  test("a mark sits on its own version as it was made", () => {
    expect(placeOn(mark, id(1), [], versions)).toMatchObject({
      state: "here",
      anchor: mark.anchor,
    });
  });

  test("wins over the alignment, the last word over the first", () => {
    const words = [said(id(2), null), said(id(2), chosen)];
    expect(placeOn(mark, id(2), words, versions)).toMatchObject({ state: "here", anchor: chosen });
    expect(placeOn(mark, id(2), words.reverse(), versions)).toMatchObject({ state: "gone" });
  });

  test("is what later versions follow", () => {
    const placement = placeOn(mark, id(3), [said(id(2), chosen)], versions);
    expect(placement).toMatchObject({ state: "moved" });
    expect(quoteOf(placement.anchor)).toBe("Chính phủ chịu trách nhiệm");
  });

  test("that the text is gone on one version says nothing of the others", () => {
    expect(placeOn(mark, id(3), [said(id(2), null)], versions)).toMatchObject({ state: "moved" });
  });
});

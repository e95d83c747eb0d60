import { describe, expect, test } from "vitest";
import { alignedStretch } from "./text-alignment";

const page = "Điều 7. Thẩm quyền quyết định\nchuyển mục đích sử dụng đất.\nThẩm quyền quyết định";

function chosen(laid: string, exact: string, from = 0) {
  const start = laid.indexOf(exact, from);
  if (start === -1) throw new Error(`not in the laid text: ${exact}`);
  const found = alignedStretch(page, laid, { start, end: start + exact.length });
  return found && page.slice(found.start, found.end);
}

describe("a stretch of the laid words in the extracted text", () => {
  test("other white space between runs and lines makes no difference", () => {
    const laid = "Điều7.Thẩm quyềnquyết địnhchuyển mục đích sử dụng đất.Thẩm quyền quyết định";
    expect(chosen(laid, "quyết địnhchuyển")).toBe("quyết định\nchuyển");
  });

  test("decomposed letters are the same letters", () => {
    const laid = page.normalize("NFD");
    expect(chosen(laid, "mục đích".normalize("NFD"))).toBe("mục đích");
  });

  test("the second of two equal stretches is the second", () => {
    const laid = page.replaceAll("\n", "");
    const start = laid.lastIndexOf("Thẩm");
    const found = alignedStretch(page, laid, { start, end: start + 10 });
    expect(found).toEqual({ start: page.lastIndexOf("Thẩm"), end: page.lastIndexOf("Thẩm") + 10 });
  });

  test("what differs elsewhere does not matter: the surroundings decide", () => {
    const laid = `HEADER ONE ${page.replace("Điều 7", "Ðiều 7")}`;
    const start = laid.lastIndexOf("Thẩm");
    const found = alignedStretch(page, laid, { start, end: start + 10 });
    expect(found?.start).toBe(page.lastIndexOf("Thẩm"));
  });

  test("a stretch that is not in the text, or is white space, is nowhere", () => {
    expect(alignedStretch(page, "§iÒu 7. ThÈm quyÒn", { start: 8, end: 12 })).toBeNull();
    expect(alignedStretch(page, "   ", { start: 0, end: 2 })).toBeNull();
  });
});

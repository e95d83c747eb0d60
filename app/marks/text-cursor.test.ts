import { expect, test } from "vitest";
import { type CursorStep, chosenBy, cursorAt, moved, type TextCursor } from "./text-cursor";

const text = "Điều 7. Thẩm quyền\n\nsử dụng đất rừng\nhết";

function walk(from: number, ...steps: (CursorStep | `+${CursorStep}`)[]) {
  let cursor: TextCursor | null = cursorAt(text, from);
  for (const step of steps) {
    if (cursor === null) return null;
    const keeps = step.startsWith("+");
    cursor = moved(text, cursor, step.replace("+", "") as CursorStep, keeps);
  }
  if (cursor === null) return null;
  const { start, end } = chosenBy(cursor);
  return text.slice(start, end);
}

test("steps from word to word, over lines", () => {
  expect(walk(0)).toBe("Điều");
  expect(walk(0, "word", "word")).toBe("Thẩm");
  expect(walk(0, "word", "word", "word", "word")).toBe("sử");
  expect(walk(0, "word", "wordBack")).toBe("Điều");
});

test("keeps what was chosen, forwards and backwards", () => {
  expect(walk(0, "word", "+word", "+word")).toBe("7. Thẩm quyền");
  expect(walk(8, "+wordBack")).toBe("7. Thẩm");
  expect(walk(0, "+word", "+word", "+wordBack")).toBe("Điều 7.");
});

test("steps from line to line over an empty one, and back", () => {
  expect(walk(0, "line")).toBe("sử");
  expect(walk(0, "line", "lineBack")).toBe("Điều");
  expect(walk(0, "line", "line")).toBe("hết");
  expect(walk(0, "+lineEnd")).toBe("Điều 7. Thẩm quyền");
  expect(walk(13, "lineStart")).toBe("Điều");
});

test("stays at both ends; a text without words has no cursor", () => {
  expect(walk(0, "wordBack", "lineBack")).toBe("Điều");
  expect(walk(1_000, "word", "line")).toBe("hết");
  expect(cursorAt(" \n ", 0)).toBeNull();
});

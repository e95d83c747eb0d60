import { expect, test } from "vitest";
import { formatOf, isNotTakenName } from "./formats";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["%PDF-1.7", "a.docx", "pdf"],
  ["\u0089PNG\r\n\u001a\n....", "a.png", "picture"],
  ["\u00ff\u00d8\u00ff\u00e0....", "renamed.pdf", "picture"],
  ["II*\0....", "a.tif", "picture"],
  ["RIFF....WEBPVP8 ", "a.webp", "picture"],
  ["RIFF....WAVEfmt ", "a.wav", "pdf"],
  ["PK\u0003\u0004....", "Tờ trình.DOCX", "office"],
  ["PK\u0003\u0004....", "bảng.ods", "office"],
  ["PK\u0003\u0004....", "archive.zip", "pdf"],
  ["plain words", "named.docx", "not_as_named"],
  ["\u00d0\u00cf\u0011\u00e0 old or with a password", "named.docx", "not_as_named"],
  ["plain words", "named.pdf", "pdf"],
])("%j called %s is taken for: %s", (head, name, kind) => {
  expect(formatOf(bytes(head), name).kind).toBe(kind);
});

test("older kinds and those that carry programs are known by name", () => {
  const names = ["a.doc", "a.XLS", "a.docm", "a.xlsm", "a.pptm", "a.rtf", "a.dotm", "a.ppsx"];
  expect(names.filter((name) => !isNotTakenName(name))).toEqual([]);
  const taken = ["a.docx", "a.xlsx", "a.pptx", "a.odt", "a.pdf", "a.docx.pdf", "doc"];
  expect(taken.filter(isNotTakenName)).toEqual([]);
});

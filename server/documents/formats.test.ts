import { expect, test } from "vitest";
import { formatOf } from "./formats";

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
  ["plain words", "named.docx", "pdf"],
  ["", "empty.docx", "pdf"],
])("%j called %s is taken for: %s", (head, name, kind) => {
  expect(formatOf(bytes(head), name).kind).toBe(kind);
});

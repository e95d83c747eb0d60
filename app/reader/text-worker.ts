/** The thread that reads a version's text: nine megabytes of it would hold up the page for a second. */
import { VersionText } from "../../domain/documents";
import type { FromTextReader, ToTextReader } from "./text-messages";

const pagesAtOnce = 16;

const say = (message: FromTextReader) => self.postMessage(message);

self.addEventListener("message", ({ data: { reading, bytes } }: MessageEvent<ToTextReader>) => {
  const text = textIn(bytes);
  if (text === null) return say({ reading, type: "unreadable" });
  for (let first = 0; first < text.pages.length; first += pagesAtOnce) {
    say({ reading, type: "pages", pages: text.pages.slice(first, first + pagesAtOnce) });
  }
  say({ reading, type: "whole", reliability: text.reliability });
});

function textIn(bytes: ArrayBuffer): VersionText | null {
  try {
    const parsed = VersionText.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: a proxy's page, or a cut answer. Reading goes on without the text.
    return null;
  }
}

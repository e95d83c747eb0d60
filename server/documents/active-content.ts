/**
 * Looks for things in a PDF that act by themselves. It reads the bytes and not a parsed document, because what one
 * parser drops another may run: every name counts, also in objects nobody refers to and in compressed object streams.
 */
import { inflateSync } from "node:zlib";
import type { ActiveContentFlag } from "../../domain/documents";

const names: Record<Exclude<ActiveContentFlag, "open_action">, RegExp> = {
  javascript: /\/JavaScript(?![A-Za-z0-9])/,
  launch: /\/Launch(?![A-Za-z0-9])/,
  embedded_file: /\/(EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])/,
  xfa: /\/XFA(?![A-Za-z0-9])/,
  rich_media: /\/(RichMedia\w*|Screen|Movie)(?![A-Za-z0-9])/,
};

/** Going to a page on opening is harmless and common; anything else that runs on opening is not. */
const openingAction = /\/OpenAction\s*<<(?:(?!>>)[\s\S]){0,400}?\/S\s*\/(?!GoTo(?![A-Za-z0-9]))/;
const referredOpeningAction = /\/OpenAction\s+(\d{1,8})\s+(\d{1,5})\s+R/;

const windowBytes = 4 * 1024 * 1024;
/** No name or small dictionary that we look for is longer than this. */
const overlapBytes = 2 * 1024;
/** A stream that swells beyond this is a bomb; what is behind the limit stays unread. */
const inflateLimitBytes = 16 * 1024 * 1024;
const inflateTotalBytes = 128 * 1024 * 1024;

export function findActiveContent(bytes: Buffer): ActiveContentFlag[] {
  const found = new Set<ActiveContentFlag>();
  let inflated = 0;
  for (let start = 0; start < bytes.length; start += windowBytes) {
    const end = Math.min(bytes.length, start + windowBytes + overlapBytes);
    const text = bytes.toString("latin1", start, end);
    search(text, found);
    for (const match of text.matchAll(/\/ObjStm(?![A-Za-z0-9])/g)) {
      if (inflated > inflateTotalBytes) break;
      const objects = inflateAfter(bytes, start + match.index);
      inflated += objects.length;
      search(objects, found);
    }
  }
  if (!found.has("open_action") && opensWithReferredAction(bytes)) found.add("open_action");
  return [...found].sort();
}

function search(raw: string, found: Set<ActiveContentFlag>): void {
  const text = plainNames(raw);
  for (const [flag, pattern] of Object.entries(names)) {
    if (pattern.test(text)) found.add(flag as keyof typeof names);
  }
  if (openingAction.test(text)) found.add("open_action");
}

/** A name may be written with #xx for any letter: `/J#61vaScript`. */
function plainNames(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The text of the object stream whose dictionary names itself at `at`; empty when it cannot be read. */
function inflateAfter(bytes: Buffer, at: number): string {
  const keyword = bytes.indexOf("stream", at, "latin1");
  if (keyword < 0 || keyword - at > overlapBytes) return "";
  const start = keyword + (bytes[keyword + 6] === 0x0d ? 8 : 7);
  const end = bytes.indexOf("endstream", start, "latin1");
  try {
    return inflateSync(bytes.subarray(start, end < 0 ? bytes.length : end), {
      maxOutputLength: inflateLimitBytes,
    }).toString("latin1");
  } catch {
    // Encrypted, broken or a bomb: the parser's own findings have to do for this stream.
    return "";
  }
}

/** `/OpenAction 7 0 R`: the action stands elsewhere as object 7. */
function opensWithReferredAction(bytes: Buffer): boolean {
  const at = bytes.indexOf("/OpenAction", 0, "latin1");
  if (at < 0) return false;
  const reference = referredOpeningAction.exec(bytes.toString("latin1", at, at + 40));
  if (reference === null) return false;
  const object = bytes.indexOf(`\n${reference[1]} ${reference[2]} obj`, 0, "latin1");
  if (object < 0) return false;
  return /\/S\s*\/(?!GoTo(?![A-Za-z0-9]))/.test(
    bytes.toString("latin1", object, object + overlapBytes).split("endobj")[0] ?? "",
  );
}

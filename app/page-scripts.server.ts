import { Transform } from "node:stream";

const preload = '<link rel="modulepreload"';
const headEnd = "</head>";

/**
 * What the framework leaves to be done to the scripts of a page, done as it streams by. Remix gives its scripts the
 * page's nonce but not the preloads of what they import, which the policy then blocks, import included. And what is to
 * run before the page's own program (`early`) stands at the end of the head, where React looks for nothing of its own.
 * What people wrote cannot look like either: in markup and in loader data its `<` is escaped.
 *
 * React 18 gives on whole buffers of 2 kB also where the next letter, of several bytes, did not fit in: up to two bytes of
 * zero stand before it then, and a browser shows them as � in names, descriptions and data. Markup has no zeros of its own.
 */
export function withScripts(nonce: string, early: string): Transform {
  // Bytes as latin1 letters: the needles are ASCII, and a letter of several bytes may be cut between two chunks.
  let held = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = (held + chunk.toString("latin1"))
        .replaceAll("\0", "")
        .replaceAll(preload, `<link nonce="${nonce}" rel="modulepreload"`)
        .replaceAll(headEnd, `${early}${headEnd}`);
      const kept = Math.max(beginningAtEndOf(text, preload), beginningAtEndOf(text, headEnd));
      held = text.slice(text.length - kept);
      done(null, Buffer.from(text.slice(0, text.length - kept), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(held, "latin1"));
    },
  });
}

/** How many letters at the end may be the beginning of a needle that the next chunk completes. */
function beginningAtEndOf(text: string, needle: string): number {
  for (let length = Math.min(needle.length - 1, text.length); length > 0; length--) {
    if (needle.startsWith(text.slice(-length))) return length;
  }
  return 0;
}

import { Transform } from "node:stream";

const preload = '<link rel="modulepreload"';

/**
 * Remix gives its scripts the page's nonce but not the preloads of what they import, which the policy then blocks,
 * import included. This adds it as the page streams by. What people wrote cannot look like such a link: in markup and
 * in loader data its `<` is escaped.
 */
export function withPreloadNonce(nonce: string): Transform {
  // Bytes as latin1 letters: the needle is ASCII, and a letter of several bytes may be cut between two chunks.
  let held = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = (held + chunk.toString("latin1")).replaceAll(
        preload,
        `<link nonce="${nonce}" rel="modulepreload"`,
      );
      const kept = beginningAtEndOf(text);
      held = text.slice(text.length - kept);
      done(null, Buffer.from(text.slice(0, text.length - kept), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(held, "latin1"));
    },
  });
}

/** How many letters at the end may be the beginning of a link that the next chunk completes. */
function beginningAtEndOf(text: string): number {
  for (let length = Math.min(preload.length - 1, text.length); length > 0; length--) {
    if (preload.startsWith(text.slice(-length))) return length;
  }
  return 0;
}

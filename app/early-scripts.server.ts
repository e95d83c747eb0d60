/** Scripts that run before the framework's own: it loads all of a page's program before any of it runs. */
import type { EntryContext } from "@remix-run/node";

/** What `tools/early-chunks.ts` gives files of their own. */
const isEarly = /\/reading-start-[^/]+\.js$/;
/** The one thing that they import. */
const isTheirs = /\/preload-helper-[^/]+\.js$/;

/** Markup for the end of the head; empty where the shown routes have none, and in development. */
export function earlyScriptsOf(
  { manifest, staticHandlerContext }: EntryContext,
  nonce: string,
): string {
  const files = staticHandlerContext.matches.flatMap(
    ({ route }) => manifest.routes[route.id]?.imports ?? [],
  );
  const early = [...new Set(files)].filter((file) => isEarly.test(file));
  if (early.length === 0) return "";
  const theirs = [...new Set(files)].filter((file) => isTheirs.test(file));
  return [
    ...theirs.map((file) => `<link nonce="${nonce}" rel="modulepreload" href="${file}">`),
    ...early.map((file) => `<script type="module" async nonce="${nonce}" src="${file}"></script>`),
  ].join("");
}

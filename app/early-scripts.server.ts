/** What runs before the framework's own scripts: those load all of a page's program before any of it runs. */
import { readdirSync } from "node:fs";
import type { EntryContext } from "@remix-run/node";
import { startThreads } from "./reader/early-threads";
import { hearEarlyInput } from "./shell/early-input";

/** What `tools/early-chunks.ts` gives files of their own. */
const isEarly = /\/reading-start-[^/]+\.js$/;
/** The one thing that they import. */
const isTheirs = /\/preload-helper-[^/]+\.js$/;

/** Markup for the end of the head. */
export function earlyScriptsOf(page: EntryContext, nonce: string): string {
  return `<script nonce="${nonce}">(${hearEarlyInput})()</script>${readingScriptsOf(page, nonce)}`;
}

/** Empty where the shown routes read no paper, and in development. */
function readingScriptsOf({ manifest, staticHandlerContext }: EntryContext, nonce: string): string {
  const files = staticHandlerContext.matches.flatMap(
    ({ route }) => manifest.routes[route.id]?.imports ?? [],
  );
  const early = [...new Set(files)].filter((file) => isEarly.test(file));
  if (early.length === 0) return "";
  const theirs = [...new Set(files)].filter((file) => isTheirs.test(file));
  threads ??= { parser: builtAs("parser-worker"), painter: builtAs("painter-worker") };
  return [
    `<script nonce="${nonce}">(${startThreads})(${JSON.stringify(threads)})</script>`,
    ...theirs.map((file) => `<link nonce="${nonce}" rel="modulepreload" href="${file}">`),
    ...early.map((file) => `<script type="module" nonce="${nonce}" src="${file}"></script>`),
  ].join("");
}

let threads: { parser: string; painter: string } | null = null;

/** Vite writes threads into no manifest. */
function builtAs(name: string): string {
  const files = readdirSync(new URL("../../client/assets", import.meta.url));
  const file = files.find((each) => each.startsWith(`${name}-`) && each.endsWith(".js"));
  if (file === undefined) throw new Error(`The build has no ${name}.`);
  return `/assets/${file}`;
}

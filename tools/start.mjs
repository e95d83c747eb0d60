/** `npm start`: builds when the sources are newer than the build, then becomes the server, in this one process. */
import { ensureBuilt } from "./build.mjs";
import { ensurePatched } from "./patched.mjs";

process.env.NODE_ENV ??= "production";
// The living demo is what a first start shows; a real installation says DEMO=off.
process.env.DEMO ??= "on";

ensurePatched();
await ensureBuilt();
// Not a literal, so that the type check does not ask for a file that only the build makes.
const server = new URL("../build/server.js", import.meta.url);
await import(server.href);

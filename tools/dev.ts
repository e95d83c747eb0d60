/** `npm run dev` (under `tsx watch`): the server from its sources, pages by Vite with hot reload on the same port. */
import { ensurePatched } from "./patched.mjs";

process.env.NODE_ENV ??= "development";
process.env.DEMO ??= "on";

ensurePatched();
await import("../server/main");

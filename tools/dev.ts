/** `npm run dev` (under `tsx watch`): the server from its sources, pages by Vite with hot reload on the same port. */
process.env.NODE_ENV ??= "development";
process.env.DEMO ??= "on";

await import("../server/main");

export {};

/** The pages, from Remix: built ones in production, Vite's with hot reload in development. */
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Request, type RequestHandler, type Response } from "express";
import expressStaticGzip from "express-static-gzip";
import { z } from "zod";
import type { PlainPage } from "./errors";
import type { PageContext } from "./page-context";

type PageSource = {
  /** `vite` serves sources with hot reload on the same HTTP server; `built` serves `build/`. */
  from: "vite" | "built";
  root: string;
  httpServer: Server;
  contextOf: (request: Request, response: Response) => PageContext | Promise<PageContext>;
};

export type Pages = {
  /** Scripts, styles and public files: the same for everybody, so they come before the session is read. */
  files: RequestHandler;
  /** Everything else; mounted last. */
  documents: RequestHandler;
  /** For what goes wrong before a page, or in its place. */
  plainPage: PlainPage;
  stop(): Promise<void>;
};

export function openPages(source: PageSource): Promise<Pages> {
  return source.from === "vite" ? pagesFromVite(source) : builtPages(source);
}

async function builtPages({ root, contextOf }: PageSource): Promise<Pages> {
  const entry = path.join(root, "build/server/index.js");
  if (!existsSync(entry)) throw new Error(`No pages at ${entry}: run \`npm run build\` first.`);
  const client = path.join(root, "build/client");
  const files = express.Router();
  files.use(
    "/assets",
    // Names carry a hash of the content, so a browser never has to ask again.
    compressedFiles(path.join(client, "assets"), { immutable: true, maxAge: "1y" }),
    // A missing asset is a plain 404; it must not cost a page.
    (_request, response) => {
      response.sendStatus(404);
    },
  );
  files.use(compressedFiles(client, { maxAge: "1h" }));
  const build: ServerBuild = await import(pathToFileURL(entry).href);
  return {
    files,
    documents: createRequestHandler({ build, getLoadContext: contextOf, mode: "production" }),
    plainPage: (content) => plainPageOf(build)(content),
    stop: () => Promise.resolve(),
  };
}

/** Files as the build compressed them, for browsers that say they understand it. */
function compressedFiles(
  folder: string,
  caching: { immutable?: true; maxAge: string },
): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: { ...caching, index: false },
  });
}

async function pagesFromVite({ root, httpServer, contextOf }: PageSource): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await withoutNewExits(() =>
    createServer({
      root,
      appType: "custom",
      // Its reload channel shares our port; by default it would open a fixed second one.
      server: { middlewareMode: true, hmr: { server: httpServer } },
    }),
  );
  const loadBuild = (): Promise<unknown> => vite.ssrLoadModule("virtual:remix/server-build");
  return {
    files: vite.middlewares,
    documents: createRequestHandler({
      build: async () => asServerBuild(await loadBuild()),
      getLoadContext: contextOf,
      mode: "development",
    }),
    plainPage: async (content) => plainPageOf(asServerBuild(await loadBuild()))(content),
    stop: () => vite.close(),
  };
}

/**
 * The framework's plugin makes a second Vite server for itself, and that one ends the process on SIGTERM before our
 * parts (the database!) have ended. How this process ends is `main.ts`'s business alone.
 */
async function withoutNewExits<T>(make: () => Promise<T>): Promise<T> {
  const ours = process.listeners("SIGTERM");
  const made = await make();
  for (const listener of process.listeners("SIGTERM")) {
    if (!ours.includes(listener)) process.off("SIGTERM", listener);
  }
  return made;
}

const EntryModule = z.object({
  plainPage: z.custom<PlainPage>((value) => typeof value === "function"),
});

/** The pages' entry gives more than Remix asks for: `app/entry.server.tsx`. */
function plainPageOf(build: ServerBuild): PlainPage {
  return EntryModule.parse(build.entry.module).plainPage;
}

function asServerBuild(loaded: unknown): ServerBuild {
  if (!isServerBuild(loaded)) throw new Error("Vite did not answer with a Remix build.");
  return loaded;
}

function isServerBuild(loaded: unknown): loaded is ServerBuild {
  return typeof loaded === "object" && loaded !== null && "entry" in loaded && "routes" in loaded;
}

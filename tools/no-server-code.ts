import path from "node:path";
import type { Plugin } from "vite";

/** Folders whose code must never reach a browser; `*.server.ts` names are only half a guard. */
const forbidden = ["server", "db"];

/** Fails the build when a client chunk holds rendered code of a module from `server/` or `db/`. */
export function noServerCode(): Plugin {
  let root = process.cwd();
  return {
    name: "no-server-code",
    apply: "build",
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const [id, module] of Object.entries(chunk.modules)) {
          const [folder] = path.relative(root, id).split(path.sep);
          if (folder && forbidden.includes(folder) && module.renderedLength > 0) {
            this.error(
              `${path.relative(root, id)} would reach the browser in ${chunk.fileName}: import types only from ${folder}/`,
            );
          }
        }
      }
    },
  };
}

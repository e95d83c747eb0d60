/** Gives code that must run before the rest of a page a file of its own; `app/early-scripts.server.ts` names it to the browser. */
import path from "node:path";
import type { Plugin } from "vite";

const early = ["app/reader/reading-start.client.ts"];

export function earlyChunks(): Plugin {
  return {
    name: "early-chunks",
    apply: "build",
    buildStart() {
      if (this.environment.name !== "client") return;
      for (const file of early) {
        this.emitFile({
          type: "chunk",
          id: path.resolve(file),
          name: path.basename(file, ".client.ts"),
          preserveSignature: "allow-extension",
        });
      }
    },
  };
}

/** Serves the PDF engine's own data (character maps, standard fonts, decoders) from us, under a name with its version. */
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Plugin } from "vite";

const manifest = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
const library = path.dirname(manifest);
const folders = ["cmaps", "iccs", "standard_fonts", "wasm"];

export async function pdfEngineFiles(): Promise<Plugin> {
  const { version }: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
  const base = `assets/pdf-engine-${version}`;
  return {
    name: "pdf-engine-files",
    config: () => ({ define: { PDF_ENGINE_FILES: JSON.stringify(`/${base}/`) } }),

    async generateBundle() {
      if (this.environment.name !== "client") return;
      for (const folder of folders) {
        for (const name of await readdir(path.join(library, folder))) {
          if (name.startsWith("LICENSE")) continue;
          this.emitFile({
            type: "asset",
            fileName: `${base}/${folder}/${name}`,
            source: await readFile(path.join(library, folder, name)),
          });
        }
      }
    },

    configureServer({ middlewares }) {
      middlewares.use(`/${base}`, (request, response, next) => {
        const file = path.join(library, path.normalize(request.url ?? "/"));
        const known = folders.some((folder) =>
          file.startsWith(path.join(library, folder) + path.sep),
        );
        if (!known) return next();
        stat(file).then(() => {
          if (file.endsWith(".wasm")) response.setHeader("Content-Type", "application/wasm");
          if (file.endsWith(".js")) response.setHeader("Content-Type", "text/javascript");
          createReadStream(file).pipe(response);
        }, next);
      });
    },
  };
}

import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { earlyChunks } from "./tools/early-chunks";
import { libraryWords } from "./tools/library-words";
import { noJsonSchema } from "./tools/no-json-schema";
import { noServerCode } from "./tools/no-server-code";
import { pdfEngineFiles } from "./tools/pdf-engine-files";
import { pdfEngineStencils } from "./tools/pdf-engine-stencils";

/** The face of a folder. It does nothing itself: a page gets what it asks of it, not all that stands behind it. */
const face = /\/(?:app|domain)\/(?:.+\/)?index\.ts$/;

export default defineConfig({
  plugins: [
    tailwindcss(),
    libraryWords(),
    noJsonSchema(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        // Off on purpose: it asks the server for routes as links appear, which a room without network cannot.
        v3_lazyRouteDiscovery: false,
        // Development only: finds all packages before the first page, so that none brings a second React later.
        unstable_optimizeDeps: true,
      },
    }),
    noServerCode(),
    earlyChunks(),
    pdfEngineFiles(),
  ],
  // The thread that paints loads its engine while another thread is starting.
  worker: { format: "es", plugins: () => [pdfEngineStencils()] },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 800,
    // One file for all icons: a tablet spends more on each of thirty files than on what is in them.
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => !face.test(id) },
      output: {
        manualChunks: (id) => {
          if (id.includes("/lucide-react/")) return "icons";
          return id.includes("vite/preload-helper") ? "preload-helper" : undefined;
        },
      },
    },
    // The content security policy takes fonts from our own files only, none written into a style sheet.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
  },
});

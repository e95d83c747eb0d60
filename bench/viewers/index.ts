/** Other viewers of the same file, served as plainly as can be, ranges and all. */
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** @param file the PDF they show */
export async function serveViewers(file: string): Promise<{ address: string; stop(): void }> {
  const app = express();
  app.use("/pdfjs", express.static(path.join(modules, "pdfjs-dist")));
  app.use("/pdfium", express.static(path.join(modules, "@hyzyla/pdfium/dist")));
  app.get("/paper.pdf", (_request, response) => response.sendFile(file));
  app.use(express.static(here));
  const server = createServer(app);
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port was bound"));
      else resolve(address.port);
    });
  });
  return {
    address: `http://localhost:${port}`,
    stop: () => server.close().closeAllConnections(),
  };
}

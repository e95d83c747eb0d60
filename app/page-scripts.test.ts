import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withScripts } from "./page-scripts.server";

test("every preload gets the nonce and the head its early scripts, however the page is cut into chunks", async () => {
  const page =
    '<head><title>Ủy ban</title></head><p>Ủy ban <link rel="x"></p><link rel="modulepreload" href="/a"/><link rel="modulepreload"';
  const whole = Buffer.from(page);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length })), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      const chunks = edges.slice(1).map((end, index) => whole.subarray(edges[index], end));
      const sent = await text(
        Readable.from(chunks.filter((chunk) => chunk.length > 0)).pipe(
          withScripts("n", "<script></script>"),
        ),
      );
      expect(sent).toBe(
        page
          .replaceAll('<link rel="modulepreload"', '<link nonce="n" rel="modulepreload"')
          .replace("</head>", "<script></script></head>"),
      );
    }),
  );
});

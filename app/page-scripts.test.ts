import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
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

test("a letter of several bytes that React's buffer has no room for leaves no zeros before it", async () => {
  // each place of the buffer's end within such a letter comes up
  for (let shift = 0; shift < 4; shift += 1) {
    const names = Array.from({ length: 500 }, (_, at) => `Ủy ban ${"a".repeat(shift)} số ${at}`);
    const page = createElement(
      "ul",
      null,
      names.map((name) => createElement("li", { key: name, "aria-label": name })),
    );
    const sent = await text(renderToPipeableStream(page).pipe(withScripts("n", "")));
    expect(sent).not.toMatch(/[\0\uFFFD]/);
    for (const name of names) expect(sent).toContain(`"${name}"`);
  }
});

/**
 * What reached one browser: each frame of its sockets, the head and the body of each answer. The built files
 * under /assets are the same bytes for everybody and are left out.
 */
import type { BrowserContext, Page } from "playwright-core";

type Received = { from: string; text: string };

export class Wire {
  readonly #received: Received[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  /** what the browser had thrown away before it was asked: a gap in this record */
  readonly #unread: string[] = [];

  constructor(context: BrowserContext) {
    const listen = (page: Page) => {
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => this.#note("socket", payload)),
      );
    };
    for (const page of context.pages()) listen(page);
    context.on("page", listen);
    context.on("response", (response) => {
      const url = response.url();
      if (new URL(url).pathname.startsWith("/assets/")) return;
      const isRedirect = response.status() >= 300 && response.status() < 400;
      const read = async () => {
        this.#note(`head ${url}`, JSON.stringify(await response.headersArray()));
        if (!isRedirect) this.#note(url, await response.body());
      };
      const reading = read()
        .catch((error: unknown) => this.#unread.push(`${url} was not read: ${String(error)}`))
        .finally(() => this.#underWay.delete(reading));
      this.#underWay.add(reading);
    });
  }

  /** Where one of these came, however it is written: as it is, in JSON, in an address. */
  async whereFound(words: readonly string[]): Promise<string[]> {
    await Promise.all(this.#underWay);
    const gaps = this.#unread.splice(0);
    return gaps.concat(
      this.#received.flatMap(({ from, text }) =>
        words
          .filter((word) => waysToWrite(word).some((written) => text.includes(written)))
          .map((word) => `${word} in ${from}`),
      ),
    );
  }

  #note(from: string, payload: string | Buffer): void {
    this.#received.push({ from, text: payload.toString() });
  }
}

function waysToWrite(word: string): string[] {
  const escaped = [...word]
    .map((sign) => {
      const code = sign.charCodeAt(0);
      return code < 128 ? sign : `\\u${code.toString(16).padStart(4, "0")}`;
    })
    .join("");
  return [word, escaped, encodeURIComponent(word), JSON.stringify(word).slice(1, -1)];
}

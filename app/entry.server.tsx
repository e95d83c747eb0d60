import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { earlyScriptsOf } from "./early-scripts.server";
import { SpeechProvider } from "./messages/provider";
import { speechOf } from "./messages/speech.server";
import { NonceProvider } from "./nonce";
import { withScripts } from "./page-scripts.server";
import { ReferenceProvider } from "./reference";

export { plainPage } from "./shell/plain-page.server";

/** How long loaders that were not awaited may keep a page's stream open. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const early = earlyScriptsOf(remix, context.nonce);
  return new Promise((resolve, reject) => {
    let shellRendered = false;
    let answeredStatus = status;
    const page = (
      <NonceProvider value={context.nonce}>
        <SpeechProvider value={speechOf(context.locale)}>
          <ReferenceProvider value={status >= 500 ? context.reference : null}>
            <RemixServer context={remix} url={request.url} nonce={context.nonce} />
          </ReferenceProvider>
        </SpeechProvider>
      </NonceProvider>
    );
    // A second more than the loaders get, so that their rejections still reach the page.
    const timer = setTimeout(() => abort(), streamTimeout + 1_000);
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onShellReady() {
        shellRendered = true;
        const body = withScripts(context.nonce, early);
        headers.set("content-type", "text/html; charset=utf-8");
        resolve(
          new Response(createReadableStreamFromReadable(body), { headers, status: answeredStatus }),
        );
        pipe(body);
      },
      onAllReady() {
        clearTimeout(timer);
      },
      onShellError(error: unknown) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error: unknown) {
        answeredStatus = 500;
        // An error before the shell rejects above and is logged there, once.
        if (shellRendered) context.logFailure(error);
      },
    });
  });
}

/** What a loader or an action did not expect: not a page that is not there, not a request that its reader has left. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.logFailure(error);
}

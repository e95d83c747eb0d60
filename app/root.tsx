import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { MessagesProvider, useSpeech } from "./messages/provider";
import { useNonce } from "./nonce";
import { useReference } from "./reference";
import { ErrorFace, LiveRegions } from "./shell";
import { appearanceOf } from "./shell/appearance";
import "./styles/app.css";
import { ControlsLanguage, Hints, Toasts } from "./ui";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { locale: context.locale, appearance: appearanceOf(request.headers.get("cookie")) };
}

/** Nothing in it changes while a page is open; a change of language or looks loads the page anew. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  // Undefined when the root loader itself failed; the page is then in the reader's language with default looks.
  const data = useRouteLoaderData<typeof loader>("root");
  const locale = useSpeech()?.locale ?? "vi";
  const nonce = useNonce();
  const reference = useReference();
  return (
    <html
      lang={locale}
      {...(reference !== null && { "data-reference": reference })}
      data-theme={data?.appearance.theme}
      data-contrast={data?.appearance.contrast}
      data-text={data?.appearance.textSize}
    >
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="apple-touch-icon" href="/icons/app-180.png" />
        <link rel="icon" href="/icons/app.svg" type="image/svg+xml" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161d27" media="(prefers-color-scheme: dark)" />
        <meta name="apple-mobile-web-app-capable" content="yes" />
        <Meta />
        <Links />
      </head>
      <body>
        <MessagesProvider>
          <ControlsLanguage locale={locale}>
            <LiveRegions>{children}</LiveRegions>
            <Toasts />
            <Hints />
          </ControlsLanguage>
        </MessagesProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export function ErrorBoundary() {
  return <ErrorFace error={useRouteError()} />;
}

export default function Root() {
  return <Outlet />;
}

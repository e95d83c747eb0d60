import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { SpeechProvider } from "./messages/provider";
import { speechOfPage } from "./messages/speech.client";
import { startOffline } from "./offline/start.client";
import { ReferenceProvider } from "./reference";
import { repeatEarlyInput } from "./shell/early-input";

const speech = await speechOfPage();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <SpeechProvider value={speech}>
        <ReferenceProvider value={document.documentElement.dataset.reference ?? null}>
          <Alive>
            <RemixBrowser />
          </Alive>
        </ReferenceProvider>
      </SpeechProvider>
    </StrictMode>,
  );
  globalThis.earlyInput?.heardByReact();
});

/** Its effect runs after those of all that it holds, with the page taken over as a whole. */
function Alive({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    void repeatEarlyInput();
  }, []);
  return children;
}

startOffline();

import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { SpeechProvider } from "./messages/provider";
import { speechOfPage } from "./messages/speech.client";
import { startOffline } from "./offline/start.client";
import { ReferenceProvider } from "./reference";

const speech = await speechOfPage();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <SpeechProvider value={speech}>
        <ReferenceProvider value={document.documentElement.dataset.reference ?? null}>
          <RemixBrowser />
        </ReferenceProvider>
      </SpeechProvider>
    </StrictMode>,
  );
});

startOffline();

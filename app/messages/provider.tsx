import { createContext, type ReactNode, useContext } from "react";
import { IntlProvider } from "use-intl";
import type { Locale } from "../../domain/text";
import type { Shape } from "./shape";
import type { Messages } from "./vi";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** The sentences of one language and its name. */
export type Speech = { locale: Locale; messages: Shape<Messages> };

const SpeechContext = createContext<Speech | null>(null);

/**
 * Set by the two entries: on the server from both files, in the browser from the one that was fetched,
 * so that a reader never downloads the other language.
 */
export const SpeechProvider = SpeechContext.Provider;

/** Gives every component below `useTranslations`. A missing key is a fault and throws. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error("A screen was rendered without its language.");
  return (
    // Instants are formatted in the body's own zone (`body-time.ts`); this zone is only a guard.
    <IntlProvider
      locale={speech.locale}
      messages={widen(speech.messages)}
      timeZone="UTC"
      onError={fail}
    >
      {children}
    </IntlProvider>
  );
}

/** Outside of all providers (the error page of the shell itself), where a hook would throw. */
export function useSpeech(): Speech | null {
  return useContext(SpeechContext);
}

function fail(error: Error): never {
  throw error;
}

function widen(messages: Shape<Messages>): Messages;
function widen(messages: Shape<Messages>): Shape<Messages> {
  // The literal types of the Vietnamese sentences exist only to type keys and arguments.
  return messages;
}

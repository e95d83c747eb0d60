import { createContext, useContext } from "react";

/**
 * The page's one-time value that lets its own inline scripts and styles pass the content security policy.
 * It comes by React context and not by loader data, because loader data is printed into the page, where
 * injected markup could read it; browsers hide the attribute. In the browser it is empty.
 */
const Nonce = createContext("");

export const NonceProvider = Nonce.Provider;

export function useNonce(): string {
  return useContext(Nonce);
}

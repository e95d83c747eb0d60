import { createContext, useContext } from "react";

/** The number under which the server logged why this page failed; null where nothing did. */
const Reference = createContext<string | null>(null);

export const ReferenceProvider = Reference.Provider;

export function useReference(): string | null {
  return useContext(Reference);
}

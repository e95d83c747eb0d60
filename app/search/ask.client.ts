/** The tab's search: it asks the server, and where that cannot be reached, what this device keeps. */
import { SearchAnswer } from "../../domain/search";
import { type Ask, SearchStore } from "./search-store";

const ask: Ask = async ({ meetingId, typed }, signal) => {
  const address = meetingId === null ? "/search/answer" : `/meetings/${meetingId}/search`;
  const response = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, {
    signal,
    headers: { Accept: "application/json" },
  }).catch(async (error: unknown) => {
    signal.throwIfAborted();
    // No line for its code is no line for the search either.
    const { searchKept } = await import("./kept-search.client").catch(() => Promise.reject(error));
    const kept = await searchKept(meetingId, typed);
    if (kept === null) throw error;
    return kept;
  });
  if (!(response instanceof Response)) return response;
  if (!response.ok) throw new Error(`The search was answered with ${response.status}.`);
  return SearchAnswer.parse(await response.json());
};

let store: SearchStore | null = null;

export function tabSearch(): SearchStore {
  store ??= new SearchStore(ask);
  return store;
}

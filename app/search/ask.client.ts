/** The tab's search, which asks the server. */
import { SearchAnswer } from "../../domain/search";
import { type Ask, SearchStore } from "./search-store";

const ask: Ask = async (address, signal) => {
  const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`The search was answered with ${response.status}.`);
  return SearchAnswer.parse(await response.json());
};

let store: SearchStore | null = null;

export function tabSearch(): SearchStore {
  store ??= new SearchStore(ask);
  return store;
}

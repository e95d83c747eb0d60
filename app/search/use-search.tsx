/** The search around an open paper: what is asked, what of the answer is shown, and the way to each hit. */
import { useLocation, useNavigate } from "@remix-run/react";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { VersionText } from "../../domain/documents";
import { boxesOf } from "../../domain/marks/text-geometry";
import {
  parseQuery,
  type Reading,
  readingsOf,
  type SearchAnswer,
  type SearchedPaper,
  searchOffline,
} from "../../domain/search";
import { type Reader, useReader } from "../reader/reader-context";
import { hitAddress, hitOfAddress } from "./address";
import { tabSearch } from "./ask.client";
import { type Finding, inOrder, inScope, placeOf, stepFrom } from "./findings";
import { type Asked, type HitPlace, noSearch, type SearchState } from "./search-store";

export type Search = {
  state: SearchState;
  /** of the scope that is chosen; null: nothing has come yet */
  answer: SearchAnswer | null;
  /** how the asking for it went */
  asked: Asked["state"];
  /** of the whole pack, for the numbers beside the scopes */
  packAnswer: SearchAnswer | null;
  findings: readonly Finding[];
  /** how the words are taken on the pages */
  reading: Reading | null;
  go(finding: Finding): void;
  step(by: 1 | -1): void;
  open(): void;
  close(): void;
};

const Context = createContext<Search | null>(null);

export function useSearch(): Search {
  const search = useContext(Context);
  if (search === null) throw new Error("There is no search around this component.");
  return search;
}

const noWatch = () => () => undefined;
const nothing = () => noSearch;

export function SearchProvider({ children }: { children: ReactNode }) {
  const reader = useReader();
  const isServer = typeof window === "undefined";
  const state = useSyncExternalStore(
    isServer ? noWatch : tabSearch().subscribe,
    isServer ? nothing : tabSearch().snapshot,
    nothing,
  );
  const { meetingId } = reader;
  useEffect(() => tabSearch().enter(meetingId), [meetingId]);
  useAddress();
  const shown = useShown(state, reader);
  const { go, step } = useWays(state, reader, shown.findings);
  const focus = useFocusBefore(reader);
  const open = useCallback(() => {
    focus.remember();
    tabSearch().open();
  }, [focus]);
  const close = useCallback(() => {
    tabSearch().close();
    focus.giveBack();
  }, [focus]);
  useSearchKeys(state, open, step);
  const search = useMemo<Search>(
    () => ({ state, ...shown, go, step, open, close }),
    [state, shown, go, step, open, close],
  );
  return <Context.Provider value={search}>{children}</Context.Provider>;
}

/** An address may lead to a hit: then it brings its words along. */
function useAddress(): void {
  const { key, search, pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call of an address is followed once
  useEffect(() => {
    const hit = hitOfAddress(search, pathname);
    if (hit !== null) tabSearch().follow(hit.typed, hit.place);
  }, [key]);
}

/** What of the answers is shown; without the server, what the open paper itself says. */
function useShown(state: SearchState, { item, paper, versionId, text, ...reader }: Reader) {
  const { scope, typed } = state;
  const isCurrentVersion = versionId === reader.holding.versionId;
  const asked = scope === "everything" ? state.everything : state.pack;
  const own = useMemo<SearchedPaper>(
    () => ({
      meetingId: reader.meetingId,
      meetingTitle: { vi: "", en: "" },
      itemId: item.itemId,
      itemNumber: item.number,
      itemTitle: item.title,
      documentId: paper.documentId,
      title: paper.title,
      versionId,
      numbers: reader.holding.numbers,
      pages: reader.holding.pages,
    }),
    [reader.meetingId, reader.holding, item, paper, versionId],
  );
  const isCutOff = asked.state === "unreachable" || asked.state === "failed";
  const isLocal = text !== null && (isCutOff || (scope === "paper" && !isCurrentVersion));
  const local = useMemo(
    () =>
      isLocal && state.mode !== "closed" ? searchOffline([{ paper: own, text }], typed) : null,
    [isLocal, state.mode, own, text, typed],
  );
  return useMemo(() => {
    const here = { itemId: item.itemId, documentId: paper.documentId };
    const answer = local ?? (asked.answer === null ? null : inScope(asked.answer, scope, here));
    const readings = readingsOf(parseQuery(typed));
    const reading = readings.find(({ name }) => name === (local ?? asked.answer)?.reading) ?? null;
    return {
      answer,
      asked: asked.state,
      packAnswer: state.pack.answer,
      findings: answer === null ? [] : inOrder(answer),
      reading: state.mode === "closed" ? null : reading,
    };
  }, [local, asked, scope, typed, state.pack.answer, state.mode, item.itemId, paper.documentId]);
}

function useWays(state: SearchState, reader: Reader, findings: readonly Finding[]) {
  const navigate = useNavigate();
  const latest = useRef({ state, reader, findings });
  latest.current = { state, reader, findings };
  /** the place before the search is what the chip leads back to, not every hit passed on the way */
  const hasLeft = useRef(false);
  const arrived = useRef<string | null>(null);
  const { mode, current } = state;
  const { text, desk, paper } = reader;

  useEffect(() => {
    if (mode === "closed") hasLeft.current = false;
  }, [mode]);

  const go = useCallback(
    (finding: Finding) => {
      const { reader: now, state: before } = latest.current;
      const place = placeOf(finding);
      tabSearch().stand(place);
      if (place.documentId !== now.paper.documentId) {
        if (!hasLeft.current) now.jump({ page: now.desk.page });
        navigate(hitAddress(finding.paper, before.typed, place));
        return;
      }
      const isOwnText = finding.paper.versionId === now.versionId;
      if (!isOwnText) now.readVersion(finding.paper.versionId);
      const box = isOwnText ? boxOf(now.text, finding.hit.page, finding.hit.parts[0]) : undefined;
      if (hasLeft.current) now.desk.goTo(place.page, box?.y);
      else now.jump({ page: place.page, ...(box && { box }) });
      hasLeft.current = true;
      if (box !== undefined) arrived.current = keyOf(place);
    },
    [navigate],
  );

  const step = useCallback(
    (by: 1 | -1) => {
      const { state: now, reader: where, findings: all } = latest.current;
      const reading = { documentId: where.paper.documentId, page: where.desk.page };
      const next = stepFrom(all, now.current, by, reading);
      if (next !== null) go(next);
    },
    [go],
  );

  // Come by an address, or before the words were there: the page is open, the line is still to be found.
  useEffect(() => {
    if (current === null || mode === "closed" || text === null || desk.layout === null) return;
    if (current.documentId !== paper.documentId || arrived.current === keyOf(current)) return;
    arrived.current = keyOf(current);
    hasLeft.current = true;
    const stretch = { start: current.start, end: current.start + 1 };
    desk.goTo(current.page, boxOf(text, current.page, stretch)?.y);
  }, [current, mode, text, desk, paper.documentId]);

  return { go, step };
}

function keyOf({ documentId, page, start }: HitPlace): string {
  return `${documentId}:${page}:${start}`;
}

function boxOf(
  text: VersionText | null,
  page: number,
  stretch: { start: number; end: number } | undefined,
) {
  const words = text?.pages[page - 1];
  return words === undefined || stretch === undefined ? undefined : boxesOf(words, stretch)[0];
}

/** Who opens the search from somewhere is back there when it closes. */
function useFocusBefore({ desk }: Reader) {
  const before = useRef<Element | null>(null);
  const { scroller } = desk;
  return useMemo(
    () => ({
      remember: () => {
        const { activeElement } = document;
        if (activeElement?.closest("[data-search]") == null) before.current = activeElement;
      },
      giveBack: () => {
        const element = before.current;
        const isThere = element instanceof HTMLElement && element.isConnected;
        (isThere && element !== document.body ? element : scroller.current)?.focus();
      },
    }),
    [scroller],
  );
}

/** Ctrl+F opens it, F3 steps through the hits. */
function useSearchKeys(state: SearchState, open: () => void, step: (by: 1 | -1) => void): void {
  const isOpen = state.mode !== "closed";
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFind =
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey &&
        event.key.toLowerCase() === "f";
      const isStep = isOpen && event.key === "F3";
      if (!isFind && !isStep) return;
      event.preventDefault();
      if (isFind) open();
      else step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOpen, open, step]);
}

/** A version being opened for reading: its pages' sizes, its bytes, and the engine, all fetched side by side. */
import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import type { PageRun } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";
import { paperOf } from "./early-paper.client";
import { PageKeeper } from "./page-keeper.client";
import "./reading-start.client";
import { PaperGone } from "./paper-bytes.client";

export type OpenedPaper = {
  state: "opening" | "open" | "failed" | "gone";
  runs: readonly PageRun[] | null;
  keeper: PageKeeper | null;
  /** a page is to be seen: what else belongs to the paper does not keep it waiting any more */
  isShown: boolean;
  /** false while bytes are waited for because the line is down */
  lineIsUp: boolean;
  retry(): void;
};

const Pages = z.object({
  pageRuns: z
    .array(
      z.object({
        pages: z.int().min(1),
        width: z.number().positive(),
        height: z.number().positive(),
      }),
    )
    .min(1),
});

type Held = Omit<OpenedPaper, "retry">;

/** @param versionId null: nothing is opened */
export function usePaper(
  versionId: VersionId | null,
  knownRuns: readonly PageRun[] | undefined,
): OpenedPaper {
  const opening: Held = {
    state: "opening",
    runs: knownRuns ?? null,
    keeper: null,
    isShown: false,
    lineIsUp: true,
  };
  const [held, setHeld] = useState(opening);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens anew; sizes known later change nothing
  useEffect(() => {
    if (versionId === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    let keeper: PageKeeper | null = null;
    const change = (part: Partial<Held>) => {
      if (!signal.aborted) setHeld((before) => ({ ...before, ...part }));
    };
    const onLine = (lineIsUp: boolean) => {
      if (!signal.aborted) {
        setHeld((before) => (before.lineIsUp === lineIsUp ? before : { ...before, lineIsUp }));
      }
    };
    const open = async () => {
      const url = `/documents/${versionId}`;
      const [paper] = await Promise.all([
        paperOf(versionId, signal, onLine),
        knownRuns ?? fetchRuns(url, signal).then((runs) => change({ runs })),
      ]);
      signal.throwIfAborted();
      keeper = new PageKeeper(paper);
      keeper.shown.then(() => change({ isShown: true }));
      change({ state: "open", keeper });
    };
    change(opening);
    open().catch((error: unknown) => {
      if (signal.aborted) return;
      change({ state: error instanceof PaperGone ? "gone" : "failed" });
    });
    return () => {
      ending.abort();
      keeper?.close();
    };
  }, [versionId, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...held, retry };
}

async function fetchRuns(url: string, signal: AbortSignal): Promise<PageRun[]> {
  const response = await fetch(`${url}/pages`, { signal });
  if ([401, 403, 404].includes(response.status)) throw new PaperGone();
  if (!response.ok)
    throw new Error(`The sizes of the pages were answered with ${response.status}.`);
  return Pages.parse(await response.json()).pageRuns;
}

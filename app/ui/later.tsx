/**
 * Parts of a screen that nobody sees before a press. Their code comes by itself once the page is shown, so that a press
 * finds it there. A press that is faster sees that it is coming; where it cannot come, that is said and can be tried
 * again. The rule for what is such a part: `docs/decisions/0082-the-room-loads-what-it-shows.md`.
 */
import { LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { codeOf } from "../code";
import { Button } from "./button";

export type Part<Loaded> = {
  /** rejects where it cannot be loaded now; asking again tries again */
  load: () => Promise<Loaded>;
  subscribe: (watcher: () => void) => () => void;
  snapshot: () => Progress<Loaded>;
};

type Progress<Loaded> =
  | { state: "coming" }
  | { state: "there"; loaded: Loaded }
  | { state: "failed" };

const coming = { state: "coming" } as const;
const nothingYet = () => coming;

/** What `load` imports, once for all places that show it. */
export function part<Loaded>(load: () => Promise<Loaded>): Part<Loaded> {
  const watchers = new Set<() => void>();
  let progress: Progress<Loaded> = coming;
  let underWay: Promise<Loaded> | null = null;
  const move = (to: Progress<Loaded>) => {
    progress = to;
    for (const watcher of watchers) watcher();
  };
  const part: Part<Loaded> = {
    load() {
      if (progress.state === "failed") move(coming);
      underWay ??= codeOf(load).then(
        (loaded) => {
          move({ state: "there", loaded });
          return loaded;
        },
        (error: unknown) => {
          underWay = null;
          move({ state: "failed" });
          // A press asks again too; who never presses has it all the same when the line is back.
          window.addEventListener("online", () => part.load().catch(leave), { once: true });
          throw error;
        },
      );
      return underWay;
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    snapshot: () => progress,
  };
  return part;
}

/** Loads it once the page is shown. Nothing while the page comes to life: the server has drawn nothing either. */
export function useProgress<Loaded>(of: Part<Loaded>): Progress<Loaded> {
  useEffect(() => afterShowing(() => void of.load().catch(leave)), [of]);
  return useSyncExternalStore<Progress<Loaded>>(of.subscribe, of.snapshot, nothingYet);
}

/** Draws `children` of the part while it is wanted (`when`). Stands on the page all the time, so that the code comes. */
export function Later<Loaded>({
  part: wanted,
  when,
  onClose,
  children,
}: {
  part: Part<Loaded>;
  when: boolean;
  onClose: () => void;
  children: (loaded: Loaded) => ReactNode;
}) {
  const progress = useProgress(wanted);
  useEffect(() => {
    if (when) wanted.load().catch(leave);
  }, [when, wanted]);
  if (!when) return null;
  if (progress.state === "there") return children(progress.loaded);
  return (
    <Waiting
      hasFailed={progress.state === "failed"}
      onRetry={() => wanted.load().catch(leave)}
      onClose={onClose}
    />
  );
}

/** Not shown before a moment has passed: what comes at once needs no word. */
function Waiting({
  hasFailed,
  onRetry,
  onClose,
}: {
  hasFailed: boolean;
  onRetry: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("ui");
  useEffect(() => {
    const leaveIt = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onClose();
    };
    document.addEventListener("keydown", leaveIt);
    return () => document.removeEventListener("keydown", leaveIt);
  }, [onClose]);
  return (
    <div className="appears-late fixed inset-x-4 bottom-[calc(7rem+env(safe-area-inset-bottom))] z-toast mx-auto flex w-fit max-w-lg flex-wrap items-center justify-end gap-2 rounded-2 border border-border bg-surface px-4 py-2 text-label text-ink shadow-float">
      {hasFailed ? (
        <>
          <p role="alert" className="min-w-0 flex-1 basis-64 py-2">
            {t("notCome")}
          </p>
          <Button variant="quiet" size="40" onPress={onClose}>
            {t("close")}
          </Button>
          {/* What it is made of may have failed too, and is not asked for again: then only a new page helps. */}
          <Button variant="neutral" size="40" onPress={() => window.location.reload()}>
            {t("reload")}
          </Button>
          <Button variant="outlined" size="40" onPress={onRetry}>
            {t("retry")}
          </Button>
        </>
      ) : (
        <p role="status" className="flex min-h-10 items-center gap-2">
          <LoaderCircle aria-hidden className="turns size-5 shrink-0" />
          {t("coming")}
        </p>
      )}
    </div>
  );
}

/** The part itself remembers that it failed, and its place says so when it is wanted. */
const leave = () => undefined;

/** A moment without work, when the page is shown. */
function afterShowing(work: () => void): () => void {
  let isOff = false;
  const begin = () => {
    if (!isOff) work();
  };
  void pageIsShown().then(() => {
    // Safari has no name for such moments.
    if (typeof requestIdleCallback === "undefined") setTimeout(begin, 100);
    else requestIdleCallback(begin, { timeout: 1_000 });
  });
  return () => {
    isOff = true;
  };
}

/** After everything that the page itself asked for; its first picture, painted by other threads, is not to wait. */
const pictureMs = 1_200;
const signs = ["pointermove", "pointerdown", "keydown"] as const;

let shown: Promise<void> | null = null;

/** Or as soon as a hand moves: the press comes next. */
function pageIsShown(): Promise<void> {
  shown ??= new Promise((resolve) => {
    const rest = () => setTimeout(resolve, pictureMs);
    if (document.readyState === "complete") rest();
    else window.addEventListener("load", rest, { once: true });
    for (const sign of signs)
      document.addEventListener(sign, () => resolve(), {
        once: true,
        passive: true,
        capture: true,
      });
  });
  return shown;
}

/** Where the reader is, told to the others who read this paper, unless the reader does not wish it. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { useConnection } from "../live/use-meeting";
import { useReader } from "../reader/reader-context";
import { announceProblem } from "../ui";
import { useMarksStore } from "./marks-store";

const address = "/account/presence";
const Wish = z.object({ isHidden: z.boolean() });

type OwnPresence = {
  /** null: not known yet, and so not shown */
  isHidden: boolean | null;
  change(isHidden: boolean): void;
};

const Context = createContext<OwnPresence>({ isHidden: null, change: () => undefined });

export const useOwnPresence = () => useContext(Context);

export function OwnPresenceProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("marks.presence");
  const store = useMarksStore();
  const { desk } = useReader();
  const isOnline = useConnection().state === "online";
  const isLookedAt = useIsLookedAt();
  const [isHidden, setHidden] = useState<boolean | null>(null);
  const isAsked = isHidden === null && isOnline;

  useEffect(() => {
    if (!isAsked) return;
    const asking = new AbortController();
    fetch(address, { signal: asking.signal })
      .then(async (response) => setHidden(Wish.parse(await response.json()).isHidden))
      // nothing is shown until it is known
      .catch(() => undefined);
    return () => asking.abort();
  }, [isAsked]);

  const page = isHidden === false && isLookedAt ? desk.page : null;
  useEffect(() => store.show(page), [store, page]);

  const value = useMemo(
    () => ({
      isHidden,
      change(wish: boolean) {
        setHidden(wish);
        const body = new URLSearchParams({ isHidden: wish ? "yes" : "no" });
        fetch(address, { method: "POST", body })
          .then((response) => {
            if (!response.ok) throw new Error(String(response.status));
          })
          .catch(() => {
            // not shown is the safe side: what was wished is kept on this page at least
            if (!wish) setHidden(true);
            announceProblem(t("failed"));
          });
      },
    }),
    [isHidden, t],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

const subscribe = (listener: () => void) => {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
};

/** A paper in a tab behind others is not being read. */
function useIsLookedAt(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.visibilityState === "visible",
    () => false,
  );
}

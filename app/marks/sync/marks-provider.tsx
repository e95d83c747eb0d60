/** Gives the marks of the paper that is being read to everything that is added to the reader. */
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { codeOf } from "../../code";
import { tabConnection } from "../../live/tab.client";
import { type ReaderExtra, useReader } from "../../reader/reader-context";
import { type MarksStore, MarksStoreProvider } from "../marks-store";
import { emptyStore } from "./empty-store";
import { logName } from "./left-names";

function MarksProvider({ children }: { children: ReactNode }) {
  const { me, meetingId, paper } = useReader();
  const { documentId } = paper;
  const [synced, setSynced] = useState<{ store: MarksStore; of: string } | null>(null);
  const of = `${me}/${documentId}`;
  const empty = useMemo(() => emptyStore(me), [me]);
  useEffect(() => {
    let isLeft = false;
    let store: MarksStore | null = null;
    // What keeps and sends marks comes after the page itself.
    const start = async () => {
      const [{ SyncedStore }, { marksKeeper }, { openSealedLog }] = await Promise.all([
        codeOf(() => import("./synced-store")),
        codeOf(() => import("../../offline/kept-marks.client")),
        codeOf(() => import("../../offline/sealed-log.client")),
      ]);
      if (isLeft || store !== null) return;
      const log = openSealedLog(logName({ me, meetingId, documentId })).catch(() => null);
      const keeper = marksKeeper(me, meetingId, documentId);
      const road = tabConnection();
      store = new SyncedStore({ me, meetingId, documentId, road, log, keeper });
      setSynced({ store, of: `${me}/${documentId}` });
    };
    const tryToStart = () => {
      start().catch(() => {
        // The line is down: tried again when it is back. Nobody writes into the empty store.
      });
    };
    tryToStart();
    window.addEventListener("online", tryToStart);
    return () => {
      isLeft = true;
      window.removeEventListener("online", tryToStart);
      store?.close();
    };
  }, [me, meetingId, documentId]);
  const store = synced !== null && synced.of === of ? synced.store : empty;
  return <MarksStoreProvider value={store}>{children}</MarksStoreProvider>;
}

/** First among the extras: what the others show and write stands within. */
export const marksSync: ReaderExtra = { Provider: MarksProvider };

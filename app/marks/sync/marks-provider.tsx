/** Gives the marks of the paper that is being read to everything that is added to the reader. */
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { tabConnection } from "../../live/tab.client";
import { marksKeeper } from "../../offline/kept-marks.client";
import { openSealedLog } from "../../offline/sealed-log.client";
import { type ReaderExtra, useReader } from "../../reader/reader-context";
import { type MarksStore, MarksStoreProvider } from "../marks-store";
import { logName } from "./left-marks.client";
import { createMemoryStore } from "./memory-store";
import { SyncedStore } from "./synced-store";

function MarksProvider({ children }: { children: ReactNode }) {
  const { me, meetingId, paper } = useReader();
  const { documentId } = paper;
  const [synced, setSynced] = useState<{ store: MarksStore; of: string } | null>(null);
  const of = `${me}/${documentId}`;
  // until the page runs in the browser there are none, and nobody writes
  const empty = useMemo(() => createMemoryStore(me, []), [me]);
  useEffect(() => {
    const log = openSealedLog(logName({ me, meetingId, documentId })).catch(() => null);
    const keeper = marksKeeper(me, meetingId, documentId);
    const store = new SyncedStore({
      me,
      meetingId,
      documentId,
      road: tabConnection(),
      log,
      keeper,
    });
    setSynced({ store, of: `${me}/${documentId}` });
    return () => store.close();
  }, [me, meetingId, documentId]);
  const store = synced !== null && synced.of === of ? synced.store : empty;
  return <MarksStoreProvider value={store}>{children}</MarksStoreProvider>;
}

/** First among the extras: what the others show and write stands within. */
export const marksSync: ReaderExtra = { Provider: MarksProvider };

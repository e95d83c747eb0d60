/** A meeting, live, for a screen: the view from the loader, moved on by the socket. */
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { MeetingView } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import { type Connection, unknownConnection } from "./connection";
import { follow } from "./follow";
import { MeetingStore } from "./meeting-store";
import type { Envelope, NewCommand } from "./outbox";
import { showOwnVotes } from "./own-votes";
import { outboxOf, tabConnection } from "./tab.client";

export type LiveMeeting = {
  view: MeetingView;
  /** the meeting is not there any more for this viewer: leave the page, say so */
  gone: boolean;
  connection: Connection;
  /** resolves with the server's answer; until then the command stands in `pending` */
  send: (command: NewCommand, options?: { withinMs?: number }) => Promise<Answer>;
  /** sent and not yet answered: show as on its way, never as done */
  pending: readonly Envelope[];
};

const nothingPending: readonly Envelope[] = [];
const noPending = () => nothingPending;
const noConnection = () => unknownConnection;
const noWatch = () => () => undefined;

/**
 * Call once per screen and hand parts down; parts that did not change keep their reference, so
 * `React.memo` keeps a seat still while another one changes.
 */
export function useMeeting(initial: MeetingView): LiveMeeting {
  const { meetingId } = initial.shared;
  const [held, setHeld] = useState(() => ({ meetingId, store: new MeetingStore(initial) }));
  const { store } = held;
  // another meeting on the same route is another store
  if (held.meetingId !== meetingId) setHeld({ meetingId, store: new MeetingStore(initial) });

  useEffect(() => follow(tabConnection(), store), [store]);
  useEffect(() => {
    if (store.view().shared.meetingId === initial.shared.meetingId) store.seed(initial);
  }, [store, initial]);

  const view = useSyncExternalStore(store.subscribe, store.view, store.view);
  const gone = useSyncExternalStore(store.subscribe, store.gone, store.gone);
  const connection = useConnection();
  const { personId } = view.me;
  useEffect(() => showOwnVotes(outboxOf(personId), store), [personId, store]);
  const subscribePending = useCallback(
    (watch: () => void) => outboxOf(personId).subscribe(watch),
    [personId],
  );
  const readPending = useCallback(() => outboxOf(personId).pending(), [personId]);
  const pending = useSyncExternalStore(subscribePending, readPending, noPending);
  const send = useCallback<LiveMeeting["send"]>(
    (command, options) => outboxOf(personId).send(command, options),
    [personId],
  );
  return { view, gone, connection, send, pending };
}

/** How the tab stands with the server. */
export function useConnection(): Connection {
  const isBrowser = typeof document !== "undefined";
  return useSyncExternalStore(
    isBrowser ? tabConnection().subscribe : noWatch,
    isBrowser ? tabConnection().snapshot : noConnection,
    noConnection,
  );
}

/** Server time in ms, told anew every `everyMs`; null until the page runs in the browser. */
export function useServerTime(everyMs = 1_000): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const { now: serverNow } = tabConnection();
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

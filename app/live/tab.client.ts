/** What a tab has once: its connection, and for each person signed in there the commands under way. */

import type { PersonId } from "../../domain/ids";
import { PROTOCOL_VERSION } from "../../domain/protocol";
import { LiveConnection } from "./connection.client";
import { sendByHttp } from "./http-road.client";
import { Outbox } from "./outbox";

let ofThisTab: LiveConnection | null = null;

/** The tab's own connection, opened at first use. */
export function tabConnection(): LiveConnection {
  if (ofThisTab !== null) return ofThisTab;
  const connection = new LiveConnection({
    hasNetwork: () => navigator.onLine,
    onOtherVersion: reloadOnce,
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.wake();
  });
  window.addEventListener("online", () => connection.wake());
  window.addEventListener("offline", () => connection.wake());
  for (const gesture of ["pointerdown", "keydown", "wheel", "touchmove"])
    document.addEventListener(gesture, connection.use, { passive: true, capture: true });
  const unwatch = connection.subscribe(() => {
    if (!connection.snapshot().sessionEnded) return;
    unwatch();
    // the whole page: nothing of the old session may stay in memory for whoever signs in next
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  });
  connection.open();
  ofThisTab = connection;
  return connection;
}

/** A new server brings new pages; a page that cannot become new must not reload for ever. */
function reloadOnce(): void {
  const key = "e-cabinet.reloaded-for";
  const mark = `${PROTOCOL_VERSION}`;
  if (sessionStorage.getItem(key) === mark) return;
  sessionStorage.setItem(key, mark);
  location.reload();
}

const outboxes = new Map<PersonId, Outbox>();

/**
 * The outbox of the person signed in. It is kept by person: what one left unanswered must never be
 * repeated in another's name who signs in on the same device.
 */
export function outboxOf(personId: PersonId): Outbox {
  const known = outboxes.get(personId);
  if (known !== undefined) return known;
  const connection = tabConnection();
  const outbox = new Outbox({
    store: storeIn(`e-cabinet.outbox.${personId}`),
    roads: { live: connection, http: sendByHttp },
    now: connection.now,
  });
  outbox.open();
  outboxes.set(personId, outbox);
  return outbox;
}

function storeIn(key: string) {
  return {
    read: () => sessionStorage.getItem(key),
    write: (text: string) => sessionStorage.setItem(key, text),
  };
}

/**
 * What a person has written on this device and the server has not: how much it is, and sent without opening each paper
 * again, as soon as the server is there.
 */
import { DocumentId, MeetingId, type PersonId } from "../../../domain/ids";
import { LiveConnection } from "../../live/connection.client";
import { openSealedLog, sealedLogNames } from "../../offline/sealed-log.client";
import { type LeftPaper, logName } from "./left-names";
import { pendingIn } from "./outbox";
import { SyncedStore } from "./synced-store";

/** A line that brings nothing on for so long is given up; the next contact tries again. */
const patienceMs = 20_000;

/** How many marks wait here, as a reader counts them. */
export async function countLeft(me: PersonId): Promise<number> {
  const ids = new Set<string>();
  for (const paper of await papersLeft(me)) {
    const log = await openSealedLog(logName(paper));
    for (const { key, entry } of await log.entries())
      for (const id of pendingIn(entry, key)?.ids ?? []) ids.add(id);
  }
  return ids.size;
}

/**
 * Sends what this person left, paper by paper, on a line of its own: a page that has the same paper open is not
 * disturbed, and what both send is written once. Call it when the server has said that this person is signed in.
 */
export async function sendLeft(me: PersonId): Promise<void> {
  await navigator.locks.request("e-cabinet.left-marks", { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const papers = await papersLeft(me);
    if (papers.length === 0) return;
    const road = new LiveConnection();
    road.open();
    try {
      for (const paper of papers) await sendOf(paper, road);
    } finally {
      road.close();
    }
  });
}

async function sendOf(paper: LeftPaper, road: LiveConnection): Promise<void> {
  const log = await openSealedLog(logName(paper));
  const store = new SyncedStore({ ...paper, road, log: Promise.resolve(log) });
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(late);
      stop();
      resolve();
    };
    const late = setTimeout(done, patienceMs);
    // the log is read first: until then nothing is known of what waits in it
    let isLoaded = false;
    const stop = store.subscribe(() => {
      const { state } = store.saving();
      if (state === "on_device") isLoaded = true;
      else if (isLoaded || state === "refused") done();
    });
  });
  store.close();
}

async function papersLeft(me: PersonId): Promise<LeftPaper[]> {
  const names = await sealedLogNames();
  return names.flatMap((name) => {
    const [kind, person, meeting, document] = name.split("/");
    const meetingId = MeetingId.safeParse(meeting);
    const documentId = DocumentId.safeParse(document);
    if (kind !== "marks" || person !== me || !meetingId.success || !documentId.success) return [];
    return [{ me, meetingId: meetingId.data, documentId: documentId.data }];
  });
}

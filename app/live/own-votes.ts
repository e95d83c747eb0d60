/** The receipt in a vote's answer is the first that a tab hears of its own recorded vote. */
import { ballotCommands } from "../../domain/ballots";
import type { MeetingStore } from "./meeting-store";
import type { Outbox } from "./outbox";

/** Puts answered votes into the view; returns how to stop. */
export function showOwnVotes(outbox: Outbox, store: MeetingStore): () => void {
  return outbox.onAnswer(({ command: { id: _id, type, ...payload } }, answer) => {
    if (!answer.ok || answer.receipt === undefined || type !== "ballot.vote") return;
    const vote = ballotCommands[type].safeParse(payload);
    if (!vote.success) return;
    const { meetingId, ballotId, answer: meaning } = vote.data;
    if (meetingId === store.view().shared.meetingId)
      store.voted(ballotId, { answer: meaning, ...answer.receipt });
  });
}

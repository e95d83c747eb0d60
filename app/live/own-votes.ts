/** The receipt in a vote's answer is the first that a tab hears of its own recorded vote. */
import { parseCommand } from "../../domain/commands";
import type { MeetingStore } from "./meeting-store";
import type { Outbox } from "./outbox";

/** Puts answered votes into the view; returns how to stop. */
export function showOwnVotes(outbox: Outbox, store: MeetingStore): () => void {
  return outbox.onAnswer(({ command }, answer) => {
    if (!answer.ok || answer.receipt === undefined) return;
    const parsed = parseCommand(command);
    if (!parsed.ok || parsed.command.type !== "ballot.vote") return;
    const { meetingId, ballotId, answer: meaning } = parsed.command;
    if (meetingId === store.view().shared.meetingId)
      store.voted(ballotId, { answer: meaning, ...answer.receipt });
  });
}

/** What the live side needs of the rest of the server: the door for changes, and the news of them. */
import type { BodyState } from "../../domain/bodies";
import type { Event } from "../../domain/events";
import type { MeetingState } from "../../domain/meetings";
import type { Recorded } from "../../domain/stream";
import type { CommandDoor } from "../commands/door";

export type Door = Pick<CommandDoor, "execute" | "meeting" | "body" | "onCommitted">;

export type MeetingNews = {
  kind: "meeting";
  after: MeetingState;
  /** what was recorded since the last news; empty when another node committed it */
  recorded: readonly Recorded<Event>[];
};
export type News = MeetingNews | { kind: "body"; after: BodyState };

/** Called after commit only, in `seq` order per stream. Answers how to leave. */
export function onNews(door: Door, listener: (news: News) => void): () => void {
  return door.onCommitted(({ after: { meeting, body }, recorded }) => {
    if (meeting !== null) listener({ kind: "meeting", after: meeting, recorded });
    else if (body !== null) listener({ kind: "body", after: body });
  });
}

/** What the live side needs of the rest of the server: the door for changes, and the news of them. */
import type { BodyState } from "../../domain/bodies";
import type { MeetingEvent } from "../../domain/events";
import type { BodyId, MeetingId } from "../../domain/ids";
import type { MeetingState } from "../../domain/meetings";
import type { Answer } from "../../domain/protocol";
import type { Actor, Recorded } from "../../domain/stream";
import type { Instant } from "../../domain/text";

export type MeetingNews = {
  kind: "meeting";
  after: MeetingState;
  /** what was recorded since the last news; null when another node committed it */
  recorded: readonly Recorded<MeetingEvent>[] | null;
};
export type BodyNews = { kind: "body"; after: BodyState };
export type News = MeetingNews | BodyNews;

export type Door = {
  /** Durable when it resolves; a repeat of an id gets the first answer, also after `notAfter`. */
  execute(input: unknown, actor: Actor, options: { notAfter: Instant }): Promise<Answer>;
  /** The meeting as last committed, with its body; null when there is none. */
  meeting(meetingId: MeetingId): Promise<{ meeting: MeetingState; body: BodyState } | null>;
  body(bodyId: BodyId): Promise<BodyState | null>;
  /** Called after commit only, in `seq` order per stream. Answers how to leave. */
  onNews(listener: (news: News) => void): () => void;
};

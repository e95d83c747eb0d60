/** One connected socket: who it is, what it follows, and whether it keeps up. */
import type { Socket } from "socket.io";
import { streamName } from "../../domain/commands";
import type { MeetingId } from "../../domain/ids";
import type { Message } from "../../domain/protocol";
import type { MarksLine } from "../marks";
import type { Session } from "../sessions/authenticate";
import { behindBytes, cut, cutBytes, unsentBytes } from "./backlog";
import type { LiveMeeting, Line as MeetingLine } from "./live-meeting";

/** Below this a slow reader has caught up. */
const caughtUpBytes = 16_384;
/** A member follows a meeting or two; the rest is a mistake or an attack. */
export const mostMeetings = 20;

export class Line implements MeetingLine {
  readonly socket: Socket;
  readonly session: Session;
  readonly followed = new Map<MeetingId, LiveMeeting>();
  readonly marks: MarksLine;
  #isBehind = false;

  constructor(socket: Socket, session: Session) {
    this.socket = socket;
    this.session = session;
    this.marks = {
      personId: session.personId,
      get isHere() {
        return socket.connected;
      },
      enter: (room) => void socket.join(room),
      leave: (room) => void socket.leave(room),
      tell: (name, message) => socket.emit(name, message),
    };
  }

  enter(room: string): void {
    this.#isBehind = false;
    // at once: one process, one adapter in memory
    void this.socket.join(room);
  }

  leave(room: string): void {
    void this.socket.leave(room);
  }

  tell<M extends "me" | "reset" | "gone">(name: M, message: Message<M>): void {
    if (name === "gone") this.followed.delete(message.meetingId);
    this.socket.emit(name, message);
  }

  /** The answer under way tells this line of the person's own vote. */
  acknowledge(stream: string): void {
    for (const [meetingId, meeting] of this.followed)
      if (streamName({ kind: "meeting", id: meetingId }) === stream)
        meeting.acknowledge(this, this.session.personId);
  }

  unfollow(meetingId: MeetingId): void {
    this.followed.get(meetingId)?.leave(this, this.session.personId);
    this.followed.delete(meetingId);
  }

  end(): void {
    for (const meetingId of this.followed.keys()) this.unfollow(meetingId);
  }

  /** Bounds what is kept in memory for a slow reader; true: it has caught up just now. */
  look(): boolean {
    const unsent = unsentBytes(this.socket);
    if (unsent > cutBytes) cut(this.socket);
    else if (unsent > behindBytes && !this.#isBehind) this.#fallBehind();
    else if (unsent < caughtUpBytes && this.#isBehind) {
      this.#catchUp();
      return true;
    }
    return false;
  }

  #fallBehind(): void {
    this.#isBehind = true;
    // the adapter keeps each socket's own room; all others are audiences
    for (const room of this.socket.rooms) if (room !== this.socket.id) this.leave(room);
  }

  #catchUp(): void {
    this.#isBehind = false;
    for (const meetingId of this.followed.keys()) this.socket.emit("behind", { meetingId });
  }
}

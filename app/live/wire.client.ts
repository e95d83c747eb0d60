/** The socket and the forms of what is said on it: heavy, so a page is shown before they are fetched. */
import { io, type Socket } from "socket.io-client";
import { Answer, HandshakeRefusal, PROTOCOL_VERSION } from "../../domain/protocol";
import type { LineOptions } from "./connection";
import { Talk } from "./talk.client";

export type Wire = {
  socket: Socket;
  talk: Talk;
  /** why the server did not let the line come up; null: it did not say, or nobody did */
  refusalIn: (error: Error) => HandshakeRefusal | null;
};

/** Not connected yet: whoever opens it also listens first. */
export function openWire(options: LineOptions): Wire {
  const settings = {
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION },
    ...(options.headers !== undefined && { extraHeaders: options.headers }),
  };
  const socket = options.url === undefined ? io(settings) : io(options.url, settings);
  return { socket, talk: new Talk(socket), refusalIn };
}

function refusalIn(error: Error): HandshakeRefusal | null {
  const refusal = HandshakeRefusal.safeParse("data" in error ? error.data : undefined);
  return refusal.success ? refusal.data : null;
}

/** What came back for a command by the other road; null: not an answer. */
export function answerIn(value: unknown): Answer | null {
  const answer = Answer.safeParse(value);
  return answer.success ? answer.data : null;
}

/** The messages of the live wire on one socket: each parsed before it is believed, none kept for later. */
import type { Socket } from "socket.io-client";
import {
  type AnswerTo,
  type ClientMessage,
  clientMessages,
  limits,
  type Message,
  type Payload,
  type ServerMessage,
  serverMessages,
} from "../../domain/protocol";
import { LineError } from "./connection";

export class Talk {
  readonly #socket: Socket;
  readonly #waitingSince = new Set<number>();

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Listens to a message; what does not fit its schema is left aside and said on the console. */
  on<M extends ServerMessage>(name: M, listener: (message: Message<M>) => void): () => void {
    const parse = (payload: unknown) => {
      const parsed = serverMessages[name].safeParse(payload);
      // each name has one schema; TypeScript does not carry the tie through the index
      if (parsed.success) listener(parsed.data as Message<M>);
      else console.error(`The server sent a "${name}" that is none.`, parsed.error.issues);
    };
    // Socket.IO's own types know no names here
    this.#socket.on(name as string, parse);
    return () => this.#socket.off(name as string, parse);
  }

  /**
   * Asks once, on a live line.
   * @throws LineError when there is no line, or no answer in time: nothing is known of the outcome
   */
  async ask<M extends ClientMessage>(
    name: M,
    payload: Payload<M>,
    deadlineMs: number = limits.answerMs,
  ): Promise<AnswerTo<M>> {
    const answer = await this.#answer(name, payload, deadlineMs);
    const parsed = clientMessages[name].answer.safeParse(answer);
    if (parsed.success) return parsed.data as AnswerTo<M>;
    console.error(`The server answered "${name}" with what is no answer.`, parsed.error.issues);
    throw new LineError(`No answer to "${name}" that could be read.`);
  }

  /** how long the oldest question has been waiting for its answer */
  waitingMs(now: number): number {
    return Math.max(0, ...[...this.#waitingSince].map((since) => now - since));
  }

  async #answer(name: string, payload: object, deadlineMs: number): Promise<unknown> {
    if (!this.#socket.connected) throw new LineError("There is no line.");
    const since = performance.now();
    this.#waitingSince.add(since);
    try {
      return await this.#socket.timeout(deadlineMs).emitWithAck(name, payload);
    } catch (cause) {
      throw new LineError(`No answer to "${name}".`, { cause });
    } finally {
      this.#waitingSince.delete(since);
    }
  }
}

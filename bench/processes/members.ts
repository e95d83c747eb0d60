/** The members and viewers of a bench: many sockets in a process of their own. */
import { randomUUID } from "node:crypto";
import type { CommandId, PersonId } from "../../domain/ids";
import { type Answer, clientMessages } from "../../domain/protocol";
import { answerQuestions } from "../child";
import { answerIn, RawSocket } from "../raw-socket";
import { quantile } from "../report";
import { usage } from "../usage";
import type { Seated } from "./cabinet";

type Voter = { personId: PersonId; socket: RawSocket };
let voters: Voter[] = [];
let meetingId = "";
/** for the next event: when each socket heard of it */
const heardAt: bigint[] = [];
let lastEvent = "";
let allHeard: (() => void) | null = null;

export type Round = {
  elapsedMs: number;
  /** ascending, milliseconds from first sending to the answer */
  p50Ms: number;
  p99Ms: number;
  votes: {
    personId: PersonId;
    commandId: CommandId | null;
    answer: "yes" | "no";
    accepted: boolean;
    refusal: string | null;
    seq: number;
    /** how often the answer was thrown away and asked for again; true if all answers were equal */
    sameReceipt: boolean;
  }[];
};

type VoteOptions = {
  ballotId: string;
  answer: "yes" | "no";
  /** share of answers thrown away, after which the same id is sent again */
  dropShare: number;
  /** spread the votes over so long; 0: all at once */
  spreadMs: number;
};

answerQuestions(
  {
    connect: async (seated: Pick<Seated, "address" | "meetingId" | "people">) => {
      meetingId = seated.meetingId;
      let held: { seq?: number; audience?: string } = {};
      voters = await inSlices(seated.people, async ({ personId, cookie }) => {
        const socket = await RawSocket.connect(seated.address, cookie);
        // a page comes with its view; here the first one's stands for it
        const joined = clientMessages.join.answer.parse(
          await socket.ask("join", { meetingId, ...held }),
        );
        if (joined.ok && "view" in joined) {
          const { seq, audience } = joined.view;
          held = { seq, audience };
        }
        socket.onEvent = (text) => heard(text);
        return { personId, socket };
      });
    },
    /** bare sockets of the peers */
    connectBare: async ({ address, count }: { address: string; count: number }) => {
      voters = await inSlices(Array.from({ length: count }), async () => {
        const socket = await RawSocket.connect(address, null);
        socket.onEvent = (text) => heard(text);
        return { personId: "" as PersonId, socket };
      });
    },
    vote,
    /** waits until every socket has heard of one event; answers with when each did */
    hear: async () => {
      await new Promise<void>((resolve) => {
        allHeard = resolve;
        if (heardAt.length >= voters.length) resolve();
      });
      allHeard = null;
      return heardAt.splice(0);
    },
    /** the text of the last event, for a peer to send the same */
    lastEvent: () => lastEvent,
    bytes: () => voters.reduce((sum, { socket }) => sum + socket.bytes, 0),
    leave: () => {
      for (const { socket } of voters) socket.close();
      voters = [];
    },
    ...usage,
  },
  () => undefined,
);

/** Not all at once: the kernel's own queue of new connections is shorter than a parliament. */
async function inSlices<In, Out>(all: readonly In[], each: (one: In) => Promise<Out>) {
  const done: Out[] = [];
  for (let from = 0; from < all.length; from += 100)
    done.push(...(await Promise.all(all.slice(from, from + 100).map(each))));
  return done;
}

function heard(text: string): void {
  if (!text.startsWith('42["changes"')) return;
  lastEvent = text;
  heardAt.push(process.hrtime.bigint());
  if (heardAt.length >= voters.length) allHeard?.();
}

/** The votes are put into words before the clock runs and their answers read after: this shares the server's cores. */
async function vote(options: VoteOptions): Promise<Round> {
  const latencies: number[] = [];
  const cast = voters.map(({ socket }) => castVote(socket, options));
  const startedAt = performance.now();
  const heard = await Promise.all(
    cast.map(async (castOne, index) => {
      if (options.spreadMs > 0)
        await new Promise((resolve) =>
          setTimeout(resolve, (index / voters.length) * options.spreadMs),
        );
      const sentAt = performance.now();
      const texts = await castOne();
      latencies.push(performance.now() - sentAt);
      return texts;
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  latencies.sort((left, right) => left - right);
  const votes = voters.map(({ personId }, index) => ({
    personId,
    answer: options.answer,
    ...given(heard[index] ?? []),
  }));
  return { elapsedMs, p50Ms: quantile(latencies, 0.5), p99Ms: quantile(latencies, 0.99), votes };
}

/** Casts one vote when called; resolves with every answer it got. */
function castVote(socket: RawSocket, { ballotId, answer, dropShare }: VoteOptions) {
  const command = { id: randomUUID(), type: "ballot.vote", meetingId, ballotId, answer };
  const notAfter = new Date(Date.now() + 60_000).toISOString();
  const send = socket.prepare("command", { command, notAfter });
  return async (): Promise<string[]> => {
    const texts = [await send()];
    // the answer got lost: the same wish again
    while (Math.random() < dropShare) texts.push(await send());
    return texts;
  };
}

function given(texts: readonly string[]) {
  const last = answerIn(texts.at(-1) ?? "") as Answer;
  return {
    commandId: last.commandId,
    accepted: last.ok,
    refusal: last.ok ? null : last.refusal.code,
    seq: last.ok ? last.seq : 0,
    sameReceipt: texts.every((text) => text === texts[0]),
  };
}

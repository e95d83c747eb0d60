/**
 * Group commit: the commands that wait for one stream are decided together in one transaction, so that a
 * thousand votes cost a few commits. Those who run the meeting go first: closing a ballot does not queue
 * behind the votes it ends. One batch of a stream is in flight at a time; different streams go side by
 * side. When a batch breaks on something unexpected (a constraint), it is replayed one by one, so that a
 * stranger's command never costs another's.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "../../domain/commands";
import type { Answer } from "../../domain/protocol";
import { refusal } from "./execute";
import { isPassing } from "./outage";
import type { Asked, Outcome } from "./outcome";

/** Votes and arrivals come in storms; everything else is somebody running or preparing the meeting. */
const inStorms: readonly Command["type"][] = [
  "ballot.vote",
  "presence.check_in",
  "invitation.confirm",
];

/** Measured: without it the first vote of a storm has a commit of its own, and all others wait for that. */
const gatherMs = 2;

/**
 * The answers of a large batch leave a few at a time: in between the database is given the next batch, and works
 * while the others are sent. Traced: where many went at once, it stood idle for a third of a storm.
 */
const answers = { atOnce: 64, elseAtATime: 16 };

/** Above this a batch holds the lock too long for the next who runs the meeting. */
const largestBatch = 250;
/** How long a database that went away is waited for before those who wait are told to come again. */
const outageMs = 8_000;
/** What waits for one stream at most; more is told to come again with the same id. */
const longestQueue = 20_000;

type Waiting = { asked: Asked; answer: (answer: Answer) => void; fail: (error: unknown) => void };

type Queue = { first: Waiting[]; others: Waiting[]; round: Promise<void> | null };

export type Batches = {
  /** Durable when it resolves. */
  submit(stream: string, asked: Asked): Promise<Answer>;
  /** Resolves when what is now under way on the stream is done and told. */
  settled(stream: string): Promise<void>;
  /** Resolves when nothing waits and nothing is in flight. */
  drained(): Promise<void>;
};

/**
 * `execute` carries one batch out; `published` is called after its commit and before its answers;
 * `failed` once for those that nothing could be done for.
 */
export function createBatches(
  execute: (stream: string, asked: readonly Asked[]) => Promise<Outcome>,
  published: (outcome: Outcome) => void,
  failed: (stream: string, asked: readonly Asked[], error: unknown) => void,
): Batches {
  const queues = new Map<string, Queue>();
  const running = new Set<Promise<void>>();

  const underWay = (work: Promise<void>): Promise<void> => {
    const done = work.finally(() => running.delete(done));
    running.add(done);
    return done;
  };

  const run = async (stream: string, queue: Queue): Promise<void> => {
    await gathered(queue);
    for (let batch = next(queue); batch.length > 0; batch = next(queue))
      await carryOut(stream, batch);
    queues.delete(stream);
  };

  /** What arrives together is decided together; a storm of votes is given two milliseconds to arrive. */
  const gathered = async (queue: Queue): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (queue.first.length === 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
  };

  /** Repeats while the database is away: the ids make sure that what did happen is not done again. */
  const persist = async (stream: string, batch: readonly Waiting[]): Promise<Outcome> => {
    const until = performance.now() + outageMs;
    for (let waitMs = 20; ; waitMs = Math.min(waitMs * 2, 500)) {
      try {
        return await execute(
          stream,
          batch.map(({ asked }) => asked),
        );
      } catch (error) {
        if (!isPassing(error) || performance.now() + waitMs > until) throw error;
        await pause(waitMs);
      }
    }
  };

  const answerAll = async (batch: readonly Waiting[], { answers: all }: Outcome): Promise<void> => {
    const atATime = all.length > answers.atOnce ? answers.elseAtATime : answers.atOnce;
    for (const [index, answer] of all.entries()) {
      if (index > 0 && index % atATime === 0) await new Promise((resolve) => setImmediate(resolve));
      batch[index]?.answer(answer);
    }
  };

  const carryOut = async (stream: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcome = await persist(stream, batch);
      published(outcome);
      underWay(answerAll(batch, outcome));
    } catch (error) {
      if (batch.length > 1 && !isPassing(error)) {
        for (const each of batch) await carryOut(stream, [each]);
        return;
      }
      failed(
        stream,
        batch.map(({ asked }) => asked),
        error,
      );
      for (const { fail } of batch) fail(error);
    }
  };

  return {
    submit(stream, asked) {
      const queue = queues.get(stream) ?? { first: [], others: [], round: null };
      queues.set(stream, queue);
      if (queue.others.length >= longestQueue)
        return Promise.resolve(refusal(asked.command.id, "busy"));
      return new Promise((answer, fail) => {
        const lane = inStorms.includes(asked.command.type) ? queue.others : queue.first;
        lane.push({ asked, answer, fail });
        if (queue.round !== null) return;
        queue.round = underWay(run(stream, queue));
      });
    },
    async settled(stream) {
      await queues.get(stream)?.round;
    },
    async drained() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function next(queue: Queue): Waiting[] {
  const first = queue.first.splice(0, largestBatch);
  return [...first, ...queue.others.splice(0, largestBatch - first.length)];
}

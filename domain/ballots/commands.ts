import { z } from "zod";
import { AnswerMeaning } from "../bodies";
import { BallotId, ItemId, MeetingId } from "../ids";
import { bilingual, text } from "../text";

const own = { meetingId: MeetingId, ballotId: BallotId } as const;

export const ballotCommands = {
  "ballot.prepare": z.strictObject({ ...own, itemId: ItemId, question: bilingual(500) }),
  "ballot.reword": z.strictObject({ ...own, question: bilingual(500) }),
  "ballot.discard": z.strictObject(own),
  "ballot.open": z.strictObject({
    ...own,
    /** null: open until closed by hand */
    seconds: z.int().min(15).max(3600).nullable(),
    /** why it opens though too few are there; not asked for otherwise */
    despiteQuorum: text(1000).optional(),
  }),
  "ballot.vote": z.strictObject({ ...own, answer: AnswerMeaning }),
  "ballot.close": z.strictObject(own),
  "ballot.declare": z.strictObject(own),
  "ballot.void": z.strictObject({ ...own, reason: text(1000) }),
} as const;

type Schemas = typeof ballotCommands;
export type BallotCommandType = keyof Schemas;
/** A ballot command by type, as `decide` takes it. */
export type BallotCommands = {
  [T in BallotCommandType]: { type: T } & z.infer<Schemas[T]>;
};

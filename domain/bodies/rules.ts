/** A body's own rules of procedure, dated: a meeting keeps those of its day. */
import { z } from "zod";
import { Threshold } from "../fraction";
import { bilingual, Day, text } from "../text";

export const answerMeanings = ["yes", "no", "abstain"] as const;
export const AnswerMeaning = z.enum(answerMeanings);
export type AnswerMeaning = z.infer<typeof AnswerMeaning>;

/** Wording apart from meaning: what the button says, and what it counts as. */
export const AnswerWording = z.strictObject({ meaning: AnswerMeaning, label: bilingual(80) });
export type AnswerWording = z.infer<typeof AnswerWording>;

export const MajorityRule = z.strictObject({
  base: z.enum(["yes_and_no", "cast", "present", "all_entitled"]),
  threshold: Threshold,
  tie: z.enum(["fails", "side_of_head", "presiding_casts"]),
  /** the two readings of the Vietnamese tie clause */
  tieWhen: z.enum(["half_of_base", "yes_equals_no"]),
});
export type MajorityRule = z.infer<typeof MajorityRule>;

/** A grade of secrecy; a higher level is stricter, no grade is level 0. */
export const Grade = z.strictObject({
  code: text(20),
  name: bilingual(40),
  level: z.int().min(1).max(9),
});
export type Grade = z.infer<typeof Grade>;

/** How far somebody with an own interest in an item takes part in it: from as before to having nothing of it. */
export const recusalDegrees = ["declared", "no_vote", "no_floor", "excluded"] as const;
export const RecusalDegree = z.enum(recusalDegrees);
export type RecusalDegree = z.infer<typeof RecusalDegree>;

/**
 * BO17. At least a month: what was rubbed out by mistake, or who wrote what, is asked about after the sitting. At most
 * ten years: marks are no record, and what people wrote and took back is not kept for ever.
 */
export const marksHistoryDays = { least: 30, most: 3_650, usual: 365 } as const;

export const BodyRules = z.strictObject({
  validFrom: Day,
  source: z.strictObject({ name: bilingual(300), date: Day }),
  quorum: Threshold,
  majority: MajorityRule,
  answers: z.array(AnswerWording).min(2).max(3),
  /** whether a pack must be approved before it is published */
  approval: z.boolean(),
  substitutes: z.enum(["none", "speak", "vote"]),
  substitutesCountForQuorum: z.boolean(),
  remoteVote: z.boolean(),
  /** who may vote: only those recorded present, or any member on the roll */
  voteRequiresPresence: z.boolean(),
  voteMayChange: z.boolean(),
  packLeadDays: z.int().min(0).max(60),
  presentationMinutes: z.int().min(1).max(120),
  speechMinutes: z.int().min(1).max(120),
  grades: z.array(Grade).max(5),
  /** what devices may keep; null, and in rules from before this setting: the usual of `domain/devices` */
  offline: z
    .strictObject({
      /** how long a pack opens without the server */
      leaseDays: z.int().min(1).max(60),
      /** the highest grade that may lie on a device; 0: only what has none */
      gradeLevel: z.int().min(0).max(9),
      keepDaysAfterEnd: z.int().min(0).max(365),
    })
    .nullable()
    .default(null),
  /** how long all that was written as marks is kept beside what it amounts to; null, and in older rules: the usual */
  marksHistoryDays: z
    .int()
    .min(marksHistoryDays.least)
    .max(marksHistoryDays.most)
    .nullable()
    .default(null),
  /** what holds of a declared interest until who presides has decided; null, and in older rules: excluded (RC3) */
  recusalDegree: RecusalDegree.nullable().default(null),
  words: z.strictObject({
    /** *người chủ trì* or *chủ tọa* */
    presiding: bilingual(60),
    member: bilingual(60),
    meeting: bilingual(60),
  }),
});
export type BodyRules = z.infer<typeof BodyRules>;

/** BO17 */
export function marksHistoryDaysOf(rules: Pick<BodyRules, "marksHistoryDays">): number {
  return rules.marksHistoryDays ?? marksHistoryDays.usual;
}

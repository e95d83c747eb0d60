/** Why a writing is not taken; nothing of it is kept, and what was written stays on the writer's device. */
export const marksRefusals = [
  /** something before it is missing: resend from the cursor */
  "marks.gap",
  "marks.too_large",
  /** not an update of marks */
  "marks.unreadable",
  /** written under an id that is not this person's here: open again, saying the id */
  "marks.foreign_client",
  /** this person reads the layer and does not write in it */
  "marks.read_only",
  /** as many marks as one person may have on one paper */
  "marks.full",
] as const;
export type MarksRefusal = (typeof marksRefusals)[number];

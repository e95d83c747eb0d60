import type { Shape } from "../shape";
import type { recusals as source } from "../vi/recusals";

export const recusals = {
  declare: "Stand aside from this item",
  declareExplain:
    "For an own interest in the item. The chair decides how far to stand aside; only those who run the meeting read the reason.",
  declared: "The interest has been declared.",
  line: "Interest declared:",
  undecided: "awaits the chair's decision",
  degree: {
    declared: "takes part",
    no_vote: "no vote",
    no_floor: "no floor, no vote",
    excluded: "excluded",
  },
  withheld: "Item {numbers}: excluded because of an own interest.",
  own: {
    no_vote: "No vote on this item because of an own interest.",
    no_floor: "No floor and no vote on this item because of an own interest.",
    declared: "An interest is declared; taking part in this item all the same.",
  },
  decide: "Own interest…",
  decideTitle: "Standing aside because of an own interest",
  who: "Member",
  whoMissing: "Choose a member.",
  howFar: "How far",
  degreeChoice: {
    declared: "Takes part",
    no_vote: "No vote",
    no_floor: "No floor, no vote",
    excluded: "Excluded from the item",
  },
  degreeExplain: {
    declared: "Reads, speaks and votes like everybody.",
    no_vote: "Is not on the roll, and does not count as present for this item.",
    no_floor: "The same, and does not speak on the item.",
    excluded: "Sees nothing of the item, its papers and remarks until it has ended; minuted.",
  },
  givenReason: "Reason given: {reason}",
  confirm: "Decide",
  decided: "The decision is recorded.",
  tag: "Own interest: {n}",
} as const satisfies Shape<typeof source>;

/** A ballot on the screen: marks, bars, lists, and the bar where a vote is given. */
export { BallotQuestion } from "./ballot-question";
export { NamedList } from "./named-list";
export { ReceiptCode } from "./receipt";
export { TallyCells, useAnswerWords } from "./tally-cells";
export { ThresholdBar } from "./threshold-bar";
export { VoteBar } from "./vote-bar";
export { type Marked, VoteMark } from "./vote-mark";

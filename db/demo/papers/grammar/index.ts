export { figure, filling, localityTable, type Mix } from "./filling";
export type { Move } from "./official";
export { localities, ministries } from "./places";
export { bagOf, between, type Random, seeded } from "./random";
export { capitals, decimal, grouped, type Rules, Speech } from "./speech";
export {
  type Article,
  articleBlock,
  articlesOf,
  comparisonRows,
  type StatuteSubject,
} from "./statute";
export { type Indicator, type Subject, Writer } from "./subject";

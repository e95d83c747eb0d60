export { filling, type Mix } from "./filling";
export { localities, ministries } from "./places";
export { bagOf, between, seeded } from "./random";
export { capitals, decimal, grouped, type Rules, Speech } from "./speech";
export { articleBlock, articlesOf, comparisonRows, type StatuteSubject } from "./statute";
export { type Subject, Writer } from "./subject";

export { agencies, headOf, signatureOf } from "./agencies";
export { printCoverSheet } from "./cover-sheet";
export { type Counter, chapterHeading, chapterParts, comparisonParts } from "./draft";
export { particulars, printOfficial } from "./official-paper";
export { opinionParts } from "./opinions";
export type { DemoMeeting, DemoPaper, PaperPlan } from "./plan";
export { mixes, type Outline, reportParts } from "./report";
export { book, report, tabular } from "./styles";

export { type AgencyCode, agencies, headOf, motto, signatureOf, state } from "./agencies";
export { type CoverSheet, printCoverSheet } from "./cover-sheet";
export { type Counter, chapterHeading, chapterParts, comparisonParts } from "./draft";
export { type OfficialPaper, particulars, printOfficial } from "./official-paper";
export { opinionParts } from "./opinions";
export type { DemoMeeting, DemoPaper, PaperPlan } from "./plan";
export { mixes, type Outline, reportParts } from "./report";
export { book, formal, report, tabular } from "./styles";

/** Meetings as things in a list, and the first form of one. */
export { CreateMeetingScreen, type OwnBody } from "./create-screen";
export { draftOf, type InfoDraft, InfoFields, type InfoProblems, infoOf } from "./info-fields";
export { MeetingListScreen } from "./meeting-list";
export { PhaseTag } from "./phase-tag";
export { instantAt, localOf } from "./zoned";

/** The meeting room. */
export { BallotSlot } from "./ballot-slot";
export { MeetingGone } from "./meeting-gone";
export { PresenceChip } from "./presence-chip";
export { firstItemOf, RoomScreen } from "./room-screen";
export { LiveDot, SessionStatus } from "./session-status";

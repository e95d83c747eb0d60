/** The meeting room. */
export { MeetingGone } from "./meeting-gone";
export { PresenceChip } from "./presence-chip";
export { RoomScreen } from "./room-screen";
export { LiveDot, SessionStatus } from "./session-status";

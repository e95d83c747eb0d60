/** The meeting room. */
export { PresenceChip } from "./presence-chip";
export { RoomScreen } from "./room-screen";
export { LiveDot, SessionStatus } from "./session-status";

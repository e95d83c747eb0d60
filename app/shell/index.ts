/** What stands around every screen. */
export type { ConnectionState } from "./connection-indicator";
export { Crest } from "./crest";
export { EnvironmentStrip } from "./environment-strip";
export { ErrorFace } from "./error-face";
export { LanguageSwitch } from "./language-switch";
export { LiveRegions, useSpeak } from "./live-regions";
export type { Destination } from "./navigation";
export { MeetingPage, Page, type Surroundings } from "./page";

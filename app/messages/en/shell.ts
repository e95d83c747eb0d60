import type { Shape } from "../shape";
import type * as vi from "../vi/shell";

export const shell = {
  skip: "Skip to the main content",
  demo: "DEMONSTRATION SYSTEM — fictitious data",
  environment: "About this system",
  plainHttp: "Connection not encrypted",
  navigation: "Main navigation",
  back: "Back",
  search: "Search all papers",
  account: "Account of {name}",
  accountMenu: {
    title: "Account",
    settings: "Account and devices",
    signOut: "Sign out",
  },
  language: { label: "Language", vi: "Tiếng Việt", en: "English" },
  appearance: {
    theme: "Appearance",
    system: "As on this device",
    light: "Light",
    dark: "Dark",
    contrast: "High contrast",
    textSize: "Text size",
  },
} as const satisfies Shape<typeof vi.shell>;

export const nav = {
  today: "Today",
  todayShort: "Today",
  meetings: "Meetings",
  journal: "Journal",
  journalShort: "Journal",
  account: "Account",
  offline: "Papers on this device",
  offlineShort: "On device",
} as const satisfies Shape<typeof vi.nav>;

export const connection = {
  online: "Connected",
  slow: "Slow connection",
  reconnecting: "Reconnecting",
  offline: "No connection",
  label: "Connection: {state}",
  explain: {
    online: "Changes show as they happen.",
    slow: "Changes may show a few seconds late. Votes are still recorded.",
    reconnecting: "What is open stays readable. Voting waits for the connection.",
    offline: "What is open stays readable. Voting is not possible until the connection is back.",
  },
} as const satisfies Shape<typeof vi.connection>;

export const titles = {
  product: "E-Cabinet",
  signIn: "Sign in",
  today: "Today",
  meetings: "Meetings",
  newMeeting: "New meeting",
  room: "Meeting room",
  chair: "Chair's console",
  builder: "Prepare the meeting",
  attendance: "Attendance",
  journal: "Journal",
  result: "Ballot result",
  account: "Account",
  offline: "Papers on this device",
  devices: "Devices that keep papers",
  search: "Search",
  error: "The page did not open",
} as const satisfies Shape<typeof vi.titles>;

/** The journal on the screen. */
export { JournalListScreen } from "./journal-list";
export { JournalScreen } from "./journal-screen";

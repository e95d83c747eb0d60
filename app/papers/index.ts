/** The page on which papers are read, and what is added to reading there and in the room. */
export { readerExtras } from "./extras";
export { PaperScreen } from "./paper-screen";

/** The face of the noun `bookmarks`: what readers leave in papers for themselves. */
export { bookmarksDoor } from "./door";
export { type BookmarkStore, openBookmarks } from "./store";

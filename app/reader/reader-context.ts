/**
 * What the reader gives to those who add something to it (marks, search, changes, offline), and what they may
 * add. They are joined in `app/papers/extras.ts`; the reader itself knows none of them.
 */
import type { LucideIcon } from "lucide-react";
import { type ComponentType, createContext, useContext } from "react";
import type { PageBox, VersionText } from "../../domain/documents";
import type { MeetingId, PersonId, VersionId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import type { Desk } from "./use-desk";

export type FileHolding = Extract<PaperView["holding"], { type: "file" }>;

export type Reader = {
  /** who reads */
  me: PersonId;
  meetingId: MeetingId;
  item: ItemView;
  paper: PaperView;
  /** the paper as the pack has it now; what is being read may be an earlier version */
  holding: FileHolding;
  versionId: VersionId;
  desk: Desk;
  /** null until it has come, and where it cannot be had */
  text: VersionText | null;
  /** the running number of a page in the pack: "176", "177a" for a page that came late */
  packPage(page: number): string;
  /** goes to a place and remembers the one before, for the chip that leads back */
  jump(to: { page: number; box?: PageBox }): void;
  /** opens the side panel with this one of the added panels in front */
  showPanel(id: string): void;
  /** reads another version of this paper */
  readVersion(versionId: VersionId): void;
};

/** Drawn over each live page, in CSS pixels of a page `width` × `height`; `scale` = CSS pixels per point. */
export type PageLayerProps = { page: number; width: number; height: number; scale: number };

export type ReaderPanel = {
  id: string;
  icon: LucideIcon;
  /** its name in the reader's language */
  useLabel: () => string;
  /** a number beside the icon; null: none */
  useCount?: () => number | null;
  Body: ComponentType;
};

/** `aside`: stands beside the paper; `sheet`: there is no room for that, it comes from the bottom. */
export type AsideProps = { as: "aside" | "sheet" };

/** `row`: with its words, in a menu that `onLeave` closes. */
export type ActProps = { as: "icon" | "row"; onLeave?: () => void };

/** One thing added to the reader. Every part is drawn inside the reader's context. */
export type ReaderExtra = {
  /** stands around everything the extra adds: its store */
  Provider?: ComponentType<{ children: React.ReactNode }>;
  /** in the left rail beside pages and contents */
  rail?: readonly ReaderPanel[];
  /** in the right panel */
  panels?: readonly ReaderPanel[];
  /** at the left, in place of the rail and the panels while it is open; draws nothing when it is not */
  Aside?: ComponentType<AsideProps>;
  /** over the right edge of the desk, from the beginning of the paper at the top to its end */
  Edge?: ComponentType;
  /** over each page, beneath the words that can be selected */
  PageLayer?: ComponentType<PageLayerProps>;
  /** over each page and its words: takes pointers while a tool is on */
  PageTool?: ComponentType<PageLayerProps>;
  /** buttons of the toolbar, 44 px high */
  Tools?: ComponentType;
  /** something done with the paper now and then: in the toolbar, or behind its last button where the bar is short */
  Act?: ComponentType<ActProps>;
  /** a second bar under the toolbar; draws nothing when it has nothing */
  Bar?: ComponentType;
  /** a line of news between the bars and the paper; draws nothing when it has none */
  News?: ComponentType;
  /** the marks on a thumbnail, beside its number */
  ThumbnailBadge?: ComponentType<{ page: number }>;
};

const Context = createContext<Reader | null>(null);
export const ReaderProvider = Context.Provider;

/** The reader around this component. */
export function useReader(): Reader {
  const reader = useContext(Context);
  if (reader === null) throw new Error("There is no reader around this component.");
  return reader;
}

/** Who may write in a layer that is there for them (visibility.ts). Everybody writes in the own document only. */
import type { Capacity } from "../attendance";
import type { Layer } from "./mark";

export type MarkingRights = {
  capacity: Capacity | null;
  /** serves the meeting: secretariat, examiners, whoever presides */
  office: boolean;
};

export const mayWrite: { [L in Layer]: (rights: MarkingRights) => boolean } = {
  private: () => true,
  office: () => true,
  // an observer has no floor, and so no word in the shared layer either
  shared: ({ capacity, office }) => office || (capacity !== null && capacity !== "observer"),
};

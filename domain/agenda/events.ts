import type { ItemId } from "../ids";
import type { ItemContent, Outcome } from "./item";

type SealedContent = Pick<ItemContent, "title" | "presenter">;
type OpenContent = Omit<ItemContent, "title" | "presenter">;

/** Titles and what was concluded are sealed: a closed item's title is itself confidential. */
export type AgendaEvent =
  | {
      type: "agenda.item_added";
      itemId: ItemId;
      parent: ItemId | null;
      content: OpenContent;
      sealed: SealedContent;
    }
  | { type: "agenda.item_edited"; itemId: ItemId; content: OpenContent; sealed: SealedContent }
  | { type: "agenda.item_moved"; itemId: ItemId; parent: ItemId | null; position: number }
  | { type: "agenda.item_removed"; itemId: ItemId }
  | { type: "item.called"; itemId: ItemId }
  | { type: "item.suspended"; itemId: ItemId }
  | {
      type: "item.concluded";
      itemId: ItemId;
      outcome: Outcome;
      resubmitBy: string | null;
      sealed: { conclusion: string };
    }
  | { type: "item.postponed"; itemId: ItemId; sealed: { reason: string } }
  | { type: "item.withdrawn"; itemId: ItemId; sealed: { reason: string } }
  | { type: "item.reopened"; itemId: ItemId; sealed: { reason: string } };

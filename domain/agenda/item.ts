/** The agenda: what is planned (content) and what happened to it (course) are kept apart. */
import { z } from "zod";
import type { ItemId, PersonId } from "../ids";
import type { Bilingual, Instant } from "../text";

export const Purpose = z.enum(["inform", "discuss", "give_opinion", "decide", "choose_option"]);
export type Purpose = z.infer<typeof Purpose>;
export const Treatment = z.enum(["debate", "without_debate"]);
export type Treatment = z.infer<typeof Treatment>;
export const Outcome = z.enum([
  "adopted",
  "adopted_with_changes",
  "not_adopted",
  "noted",
  "referred",
  "postponed",
  "withdrawn",
]);
export type Outcome = z.infer<typeof Outcome>;

export type ItemContent = {
  title: Bilingual;
  purpose: Purpose;
  treatment: Treatment;
  /** closed item: everyone not entitled leaves, guests do not learn its title */
  closed: boolean;
  /** a grade's code from the body's rules; null is ungraded */
  grade: string | null;
  leadAgency: string | null;
  presenter: { personId: PersonId | null; name: string } | null;
  minutes: number;
  openToObservers: boolean;
};

export type Item = ItemContent & {
  itemId: ItemId;
  /** counts edits of the content; what an editor says it saw */
  edition: number;
};

/** Two levels: an item of the agenda and its parts (2, 2.1, 2.2). */
export type ItemOrder = readonly { itemId: ItemId; parts: readonly ItemId[] }[];

export type ItemCourse =
  | { state: "planned" }
  | { state: "current"; since: Instant; spentMs: number }
  | { state: "suspended"; spentMs: number }
  | {
      state: "concluded";
      outcome: Outcome;
      conclusion: string;
      resubmitBy: string | null;
      at: Instant;
      spentMs: number;
    }
  | { state: "postponed"; reason: string; at: Instant }
  | { state: "withdrawn"; reason: string; at: Instant };

export type AgendaState = {
  items: Readonly<Record<ItemId, Item>>;
  order: ItemOrder;
  /** counts changes of the order; what a mover says it saw */
  orderEdition: number;
  course: Readonly<Record<ItemId, ItemCourse>>;
};

import type { ItemContent } from "../../domain/agenda";

/** What a new item starts from; the title asks to be replaced. */
export function newItemContent(title: string): ItemContent {
  return {
    title: { vi: title, en: "" },
    purpose: "decide",
    treatment: "debate",
    closed: false,
    grade: null,
    leadAgency: null,
    presenter: null,
    minutes: 20,
    openToObservers: false,
  };
}

/** The content of an item as the agenda has it, to be changed and sent back. */
export function contentOf(item: ItemContent): ItemContent {
  const {
    title,
    purpose,
    treatment,
    closed,
    grade,
    leadAgency,
    presenter,
    minutes,
    openToObservers,
  } = item;
  return {
    title,
    purpose,
    treatment,
    closed,
    grade,
    leadAgency,
    presenter,
    minutes,
    openToObservers,
  };
}

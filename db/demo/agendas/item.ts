import type { z } from "zod";
import type { ItemContentInput } from "../../../domain/agenda/commands";
import type { Bilingual } from "../../../domain/text";

type Content = z.input<typeof ItemContentInput>;

/** An item as the demo tells it; its number is its place in the list, from 1. */
export type DemoItem = {
  title: Bilingual;
  purpose: Content["purpose"];
  lead: string;
  minutes: number;
  /** protocol order of the minister who presents, or another person by name */
  presenter: { personId: string | null; name: string } | null;
  treatment?: Content["treatment"];
  closed?: boolean;
  grade?: string;
  openToObservers?: boolean;
  question?: Bilingual;
};

export function contentOf(item: DemoItem): Content {
  return {
    title: item.title,
    purpose: item.purpose,
    treatment: item.treatment ?? "debate",
    closed: item.closed ?? false,
    grade: item.grade ?? null,
    leadAgency: item.lead,
    presenter: item.presenter,
    minutes: item.minutes,
    openToObservers: item.openToObservers ?? true,
  };
}

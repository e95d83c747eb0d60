/** How one finds one's way in a version: its outline, its links and what its pages call themselves. */
import { z } from "zod";
import { PageBox } from "./page-text";

/** A place in the version: a page from 1 and how far from its top, in points; null: the page's top. */
export const PagePlace = z.strictObject({ page: z.int().min(1), y: z.number().nullable() });
export type PagePlace = z.infer<typeof PagePlace>;

export type OutlineEntry = {
  title: string;
  /** null: a heading that leads nowhere */
  to: PagePlace | null;
  children: readonly OutlineEntry[];
};
export const OutlineEntry: z.ZodType<OutlineEntry> = z.lazy(() =>
  z.strictObject({
    title: z.string(),
    to: PagePlace.nullable(),
    children: z.array(OutlineEntry).readonly(),
  }),
);

export const PageLink = z.strictObject({
  page: z.int().min(1),
  box: PageBox,
  /** a place in the same version, or an address on the web (http, https or mailto and nothing else) */
  to: z.union([
    z.strictObject({ place: PagePlace }),
    z.strictObject({ address: z.url({ protocol: /^(?:https?|mailto)$/ }) }),
  ]),
});
export type PageLink = z.infer<typeof PageLink>;

export const VersionOutline = z.strictObject({
  outline: z.array(OutlineEntry),
  links: z.array(PageLink),
  /** one per page as printed on it (i, ii, 1, 2, A-1); null: the pages have only their numbers */
  labels: z.array(z.string()).nullable(),
});
export type VersionOutline = z.infer<typeof VersionOutline>;

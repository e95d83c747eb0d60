import { z } from "zod";

/** How a reader wants the pages to look on this device; kept in one cookie that scripts may read. */
const Appearance = z.object({
  theme: z.enum(["light", "dark"]).optional(),
  contrast: z.enum(["more", "normal"]).optional(),
  textSize: z.enum(["115", "130"]).optional(),
});
export type Appearance = z.infer<typeof Appearance>;

/** What cannot be read counts as not chosen. */
export function appearanceOf(cookies: string | null): Appearance {
  const text = /(?:^|;\s*)appearance=([a-z0-9.-]*)/.exec(cookies ?? "")?.[1] ?? "";
  const [theme, contrast, textSize] = text.split(".");
  const chosen = Appearance.safeParse({
    theme: theme || undefined,
    contrast: contrast || undefined,
    textSize: textSize || undefined,
  });
  return chosen.success ? chosen.data : {};
}

/** The cookie's value, e.g. `dark.more.115`. */
export function appearanceCookie({ theme, contrast, textSize }: Appearance): string {
  return [theme ?? "", contrast ?? "", textSize ?? ""].join(".");
}

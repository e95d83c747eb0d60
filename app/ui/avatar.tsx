import { classes } from "./classes";

/** First letters of the family name and the given name: Vietnamese writes the family name first. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join("")
    .toLocaleUpperCase("vi");
}

/** The given name, as Vietnamese people are called: the last word. */
export function givenNameOf(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? name;
}

export function Avatar({
  name,
  size = 40,
  tone = "soft",
}: {
  name: string;
  size?: 32 | 40 | 44;
  /** plain stands on a coloured ground; solid is oneself among others */
  tone?: "soft" | "plain" | "solid";
}) {
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={classes(
        "before:content-[attr(data-initials)] inline-grid shrink-0 place-items-center rounded-full text-label font-[650]",
        tone === "soft" && "bg-primary-soft text-on-primary-soft",
        tone === "plain" && "bg-surface text-muted",
        tone === "solid" && "solid bg-primary text-on-solid",
        size === 32 && "size-8 text-caption",
        size === 40 && "size-10",
        size === 44 && "size-11",
      )}
    />
  );
}

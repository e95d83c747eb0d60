import { useLocation } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { classes } from "../ui";

/** VI | EN. A plain form: it works before any script does, and the page comes back whole in the other language. */
export function LanguageSwitch() {
  const t = useTranslations("shell.language");
  const chosen = useLocale();
  const { pathname, search } = useLocation();
  return (
    <form
      method="post"
      action="/language"
      className="inline-flex shrink-0 rounded-2 border border-border-strong bg-surface"
    >
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <fieldset className="flex">
        <legend className="sr-only">{t("label")}</legend>
        {(["vi", "en"] as const).map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === chosen}
            className={classes(
              "relative min-h-11 px-4 text-label whitespace-nowrap first-of-type:rounded-s-[9px] last-of-type:rounded-e-[9px]",
              locale === chosen
                ? "current bg-primary-soft font-[650] text-on-primary-soft after:absolute after:inset-x-1.5 after:bottom-0 after:h-0.75 after:bg-primary"
                : "text-muted hover:bg-surface-2",
            )}
          >
            {t(locale)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

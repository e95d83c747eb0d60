/** Gives the component library the words of a language it does not have, before the first screen is drawn. */
export function installAnnouncements(
  language: string,
  words: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  // The library reads these two, once; without them it falls back to English.
  Reflect.set(window, Symbol.for("react-aria.i18n.locale"), language);
  Reflect.set(window, Symbol.for("react-aria.i18n.strings"), words);
}

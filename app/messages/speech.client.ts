/** Fetches the one language of this page before it comes to life; the other is never downloaded. */
import { installAnnouncements, languageTags } from "../ui";
import type { Speech } from "./provider";

export async function speechOfPage(): Promise<Speech> {
  if (document.documentElement.lang === "en") {
    const { en } = await import("./en");
    return { locale: "en", messages: en };
  }
  const [{ vi }, { aria }] = await Promise.all([import("./vi"), import("./vi/aria")]);
  installAnnouncements(languageTags.vi, aria);
  return { locale: "vi", messages: vi };
}

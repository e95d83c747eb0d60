/** Values of the wire that every noun uses: bilingual text, instants, days. Text is NFC at the door. */
import { z } from "zod";

/** One line or paragraph of what somebody typed: NFC, trimmed, 1..max characters. */
export const text = (max: number) => z.string().normalize("NFC").trim().min(1).max(max);
/** The same, possibly empty. */
export const optionalText = (max: number) => z.string().normalize("NFC").trim().max(max);

/** A text in both languages; an empty English falls back to the Vietnamese on the screen. */
export const bilingual = (max: number) => z.strictObject({ vi: text(max), en: optionalText(max) });
export type Bilingual = { vi: string; en: string };

export type Locale = "vi" | "en";

export function textIn(locale: Locale, value: Bilingual): string {
  return locale === "en" && value.en !== "" ? value.en : value.vi;
}

/** An instant in UTC as ISO 8601 with milliseconds, e.g. `2026-11-25T01:02:03.004Z`; sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `2026-11-25`, in the body's time zone. */
export const Day = z.iso.date().brand<"Day">();
export type Day = z.infer<typeof Day>;

/** @throws RangeError for an invalid date */
export function instantOf(date: Date): Instant {
  return Instant.parse(date.toISOString());
}

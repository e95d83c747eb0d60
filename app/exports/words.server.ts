/** The sentences that go into an export, in the language of the page it was asked from. */
import type { ExportWords } from "../../domain/exports";
import type { Locale } from "../../domain/text";
import { en } from "../messages/en";
import { vi } from "../messages/vi";

type Sentences = Pick<typeof en, "exports" | "marks">;

/** Their gaps stay open: they are filled where the marks are known. */
export function exportWords(locale: Locale): Omit<ExportWords, "timeZone"> {
  const { exports, marks }: Sentences = locale === "en" ? en : vi;
  const { column, state, place, reply, ...rest } = exports;
  const { resolvedBy, reopenedBy, unplaced, unplacedExplain, wasOnPage, withMarks } = rest;
  const { attention, amend, basis, question } = marks.colour;
  return {
    locale,
    kind: { ...marks.kind, reply, deleted: marks.deletedRoot },
    colour: { attention, amend, basis, question },
    layer: marks.layer,
    column,
    state,
    place,
    resolvedBy,
    reopenedBy,
    unplaced,
    unplacedExplain,
    wasOnPage,
    withMarks,
  };
}

/** Why an export failed, for who opened its address in a window of its own. */
export function failureIn(locale: Locale, reason: keyof typeof vi.exports.failed): string {
  const { exports }: Sentences = locale === "en" ? en : vi;
  return exports.failed[reason];
}

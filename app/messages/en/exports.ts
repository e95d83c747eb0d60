import type { Shape } from "../shape";
import type { exports as vietnamese } from "../vi/exports";

export const exports: Shape<typeof vietnamese> = {
  open: "Export and print",
  title: "Export and print this paper",
  what: "What to export",
  as: {
    pdf: "PDF file",
    list: "List of notes",
    print: "For printing",
  },
  asDetail: {
    pdf: "Notes open and can be edited in other PDF software.",
    list: "A CSV file for spreadsheet software.",
    print: "Opens a PDF with the pack's page numbers, ready to print.",
  },
  layers: "With the notes of",
  layerCount: "{count, plural, one {# note} other {# notes}}",
  bare: "With no layer chosen, the paper leaves without notes.",
  listNeedsLayer: "Choose at least one layer for the list.",
  watermarked:
    "Every page will carry the name of who exports it, the time and the meeting, because the paper is graded or belongs to a closed item.",
  waiting:
    "{count, plural, one {# note is} other {# notes are}} waiting to be synchronised and not in the export yet.",
  take: { pdf: "Download PDF", list: "Download list", print: "Open for printing" },
  preparing: "Preparing the file…",
  done: "{name} has been downloaded.",
  failed: {
    not_found: "This paper is no longer on the agenda, or the right to see it has changed.",
    unwritable: "Nothing can be written into this PDF. The paper can still be read as before.",
    exhausted: "The paper is too large or too intricate to be exported.",
    busy: "Many papers are being exported. Please try again in a few minutes.",
    offline: "There is no connection. Exporting needs the server.",
  },
  withMarks: "{name} - notes",
  reply: "Reply",
  column: {
    page: "Page",
    packPage: "Page of the pack",
    kind: "Kind",
    colour: "Colour",
    layer: "Layer",
    author: "Author",
    madeAt: "Time",
    quote: "Quote",
    body: "Text",
    state: "State",
    placement: "Place",
  },
  state: { open: "Open", resolved: "Resolved" },
  resolvedBy: "{name} marked it resolved",
  reopenedBy: "{name} reopened it",
  unplaced: "Notes without a place on this version",
  unplacedExplain:
    "The notes below were made on another version of this paper, and their place on this one is not certain.",
  place: {
    here: "In place",
    moved: "Moved to this version",
    check: "Needs a place",
    gone: "Text is gone",
    deleted: "Deleted",
  },
  wasOnPage: "page {page} of the version it was made on",
};

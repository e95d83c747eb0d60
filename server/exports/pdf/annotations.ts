/**
 * Marks as the annotations that PDF itself defines (ISO 32000-2, 12.5): other viewers show them, list them
 * with their threads, and can edit them, since nothing is flattened or locked.
 */
import {
  PDFArray,
  type PDFContext,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { PageBox } from "../../../domain/documents";
import type { OutgoingMark } from "../../../domain/exports";
import {
  type Appearance,
  corners,
  emptyAppearance,
  highlightAppearance,
  inkAppearance,
  lineAppearance,
  noteAppearance,
  noteSize,
  pairs,
  type Rectangle,
} from "./appearance";
import { coloursOf } from "./colours";
import { onPage, type PageSpace, type Point, pageSpace } from "./page-space";

/** Print; without it a mark would be missing on paper. */
const printed = 4;
/** Print, of one size and upright however the page is turned. */
const sign = printed | 8 | 16;
/** The same, never drawn: a word on the state of a thread. */
const unseen = sign | 2;

type Entry = PDFObject | string | number | boolean | number[] | number[][];
type Entries = Record<string, Entry | Record<string, Entry>>;

/** Puts every mark on its pages; a place on a page that the file does not have is left out. */
export function annotate(pages: readonly PDFPage[], marks: readonly OutgoingMark[]): void {
  const writers = new Map<number, PageWriter>();
  for (const mark of marks) {
    const numbers = [...new Set(mark.places.map(({ page }) => page))];
    for (const number of numbers) {
      const page = pages[number - 1];
      if (page === undefined) continue;
      const writer = writers.get(number) ?? new PageWriter(page);
      writers.set(number, writer);
      const boxes = mark.places.flatMap((place) => (place.page === number ? [place.box] : []));
      // A thread hangs on one annotation, which is on one page; the mark's own words stand on each.
      if (number === numbers[0]) writer.writeThread(mark, boxes);
      else writer.write({ ...mark, name: `${mark.name}/${number}` }, boxes);
    }
  }
  for (const writer of writers.values()) writer.finish();
}

/** One page's annotations, after those it already has. */
class PageWriter {
  readonly #page: PDFPage;
  readonly #context: PDFContext;
  readonly #space: PageSpace;
  readonly #added: PDFRef[] = [];
  /** where notes stand in the margin already: shown y of each */
  readonly #inMargin: number[] = [];

  constructor(page: PDFPage) {
    this.#page = page;
    this.#context = page.doc.context;
    this.#space = pageSpace(page);
  }

  write(mark: OutgoingMark, given: PageBox[]): { root: PDFRef; rectangle: Rectangle } {
    const boxes = given.map((box) => onPage(this.#space, box));
    const { normal, rectangle } = this.#appearance(mark, boxes);
    const { edge, fill } = coloursOf(mark.colour);
    const root = this.#context.nextRef();
    this.#added.push(root);
    const popup = this.#add({
      Subtype: "Popup",
      Rect: [rectangle[2], rectangle[3] - 120, rectangle[2] + 200, rectangle[3]],
      Parent: root,
      Open: false,
      F: sign,
    });
    this.#assign(root, {
      Subtype: subtypes[mark.kind],
      Rect: rectangle,
      NM: text(mark.name),
      F: mark.kind === "note" ? sign : printed,
      C: mark.kind === "highlight" || mark.kind === "note" ? [...fill] : [...edge],
      AP: { N: normal },
      Popup: popup,
      ...this.#shape(mark, boxes),
      ...said(mark.author, mark.body, mark.madeAt),
      Subj: text(mark.subject),
    });
    return { root, rectangle };
  }

  /** The mark, the answers to it, and the last word on whether it is settled. */
  writeThread(mark: OutgoingMark, boxes: PageBox[]): void {
    const { root, rectangle } = this.write(mark, boxes);
    const answer = (entries: Entries): void => {
      this.#add({
        Subtype: "Text",
        Rect: rectangle,
        IRT: root,
        RT: "R",
        Name: "Comment",
        // It stands in its thread and draws nothing on the page.
        AP: { N: emptyAppearance(this.#context, rectangle) },
        ...entries,
      });
    };
    for (const [index, { author, at, text: body }] of mark.replies.entries()) {
      answer({ NM: text(`${mark.name}#${index + 1}`), F: sign, ...said(author, body, at) });
    }
    const { state } = mark;
    if (state === null) return;
    answer({
      NM: text(`${mark.name}#state`),
      F: unseen,
      // Of the two models that ISO 32000 defines the one for reviews; reopened is its word for none.
      StateModel: PDFString.of("Review"),
      State: PDFString.of(state.resolved ? "Completed" : "None"),
      ...said(state.author, state.text, state.at),
    });
  }

  /** The page's own list, even where the file lets pages share one. */
  finish(): void {
    const name = PDFName.of("Annots");
    const present = this.#context.lookup(this.#page.node.get(name));
    const kept = present instanceof PDFArray ? present.asArray() : [];
    this.#page.node.set(name, this.#context.obj([...kept, ...this.#added]));
  }

  #appearance(mark: OutgoingMark, boxes: PageBox[]): Appearance {
    const { edge, fill } = coloursOf(mark.colour);
    switch (mark.kind) {
      case "highlight":
        return highlightAppearance(this.#context, this.#space, boxes, fill);
      case "underline":
        return lineAppearance(this.#context, this.#space, boxes, edge, 0.94);
      case "strike":
        return lineAppearance(this.#context, this.#space, boxes, edge, 0.56);
      case "ink":
        return inkAppearance(this.#context, this.#space, mark.strokes, edge);
      case "note": {
        const at = this.#noteAt(mark, boxes[0]);
        return noteAppearance(this.#context, this.#space, at, mark.colour);
      }
    }
  }

  /** What each kind says of its own form, for viewers that draw it anew. */
  #shape(mark: OutgoingMark, boxes: PageBox[]): Entries {
    const inFile = (points: Point[]) => points.flatMap(({ x, y }) => [x, y]);
    switch (mark.kind) {
      case "highlight":
      case "underline":
      case "strike":
        return { QuadPoints: boxes.flatMap((box) => inFile(corners(this.#space, box))) };
      case "ink":
        return {
          InkList: mark.strokes.map(({ points }) => inFile(pairs(points).map(this.#space.toFile))),
          BS: { W: (mark.strokes[0]?.width ?? 1) * this.#space.unit, S: "S" },
        };
      case "note":
        return { Name: "Comment", Open: false };
    }
  }

  #noteAt({ pinned }: OutgoingMark, box: PageBox | undefined): Point {
    const { width, height } = this.#space;
    const inside = (value: number, length: number) =>
      Math.max(0, Math.min(value, length - noteSize));
    if (pinned === "spot" || box === undefined) {
      return { x: inside(box?.x ?? 0, width), y: inside(box?.y ?? 0, height) };
    }
    // Not over words, and not over the sign of another note as long as there is room.
    let y = inside(box.y, height);
    while (this.#inMargin.some((taken) => Math.abs(taken - y) < noteSize)) y += noteSize;
    this.#inMargin.push(y);
    return { x: inside(width - noteSize - 4, width), y: inside(y, height) };
  }

  #add(entries: Entries): PDFRef {
    const reference = this.#context.nextRef();
    this.#added.push(reference);
    this.#assign(reference, entries);
    return reference;
  }

  #assign(reference: PDFRef, entries: Entries): void {
    const own = { Type: "Annot", P: this.#page.ref, ...entries };
    this.#context.assign(reference, this.#context.obj(own));
  }
}

const subtypes: Record<OutgoingMark["kind"], string> = {
  highlight: "Highlight",
  underline: "Underline",
  strike: "StrikeOut",
  ink: "Ink",
  note: "Text",
};

const said = (author: string, body: string, at: string): Entries => ({
  T: text(author),
  Contents: text(body),
  CreationDate: date(at),
  M: date(at),
});

/** UTF-16 with its mark: the only form in which every viewer reads Vietnamese. */
const text = (value: string): PDFHexString => PDFHexString.fromText(value);
const date = (at: string): PDFString => PDFString.fromDate(new Date(at));

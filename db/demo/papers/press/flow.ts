/** Pouring pieces onto pages: what stays together, what repeats on top of a page, where one stands. */
import type { Sheet } from "./sheet";

/** Something that runs over pages, such as a table: closed at a page's foot, begun again on top. */
export type Band = { head: readonly Piece[]; close(sheet: Sheet, y: number): void };

/** A slice that no page break cuts. */
export type Piece = {
  height: number;
  paint?: (sheet: Sheet, y: number) => void;
  /** never the last on its page */
  keep?: boolean;
  /** empty space, dropped on top of a page */
  space?: boolean;
  band?: Band;
};

export type Place = { page: number; y: number };
export type Area = { top: number; bottom: number; left: number; width: number };

export class Flow {
  place: Place;
  private band: Band | undefined;

  constructor(
    private readonly sheet: Sheet,
    readonly area: Area,
    private readonly dressPage: (sheet: Sheet, page: number) => void,
  ) {
    this.sheet.newPage();
    this.dressPage(this.sheet, 1);
    this.place = { page: 1, y: area.top };
  }

  /** Height of everything between the page margins. */
  get pageHeight(): number {
    return this.area.bottom - this.area.top;
  }

  /** Points from the top of the first page, as if all pages were one strip. */
  get depth(): number {
    return (this.place.page - 1) * this.pageHeight + this.place.y - this.area.top;
  }

  add(pieces: readonly Piece[]): void {
    this.run(this.place, pieces, true);
  }

  /** Where one would stand after these pieces, without printing them. */
  after(pieces: readonly Piece[], from: Place = this.place): Place {
    const probe = { ...from };
    this.run(probe, pieces, false);
    return probe;
  }

  breakPage(): void {
    if (this.place.y > this.area.top) this.turn(this.place, true, undefined);
  }

  private run(place: Place, pieces: readonly Piece[], paint: boolean): void {
    let start = 0;
    while (start < pieces.length) {
      let end = start;
      let height = pieces[start]?.height ?? 0;
      while (pieces[end]?.keep === true && end + 1 < pieces.length) {
        end += 1;
        height += pieces[end]?.height ?? 0;
      }
      const fits = place.y + height <= this.area.bottom || height > this.pageHeight;
      if (!fits && place.y > this.area.top) this.turn(place, paint, pieces[start]?.band);
      for (const piece of pieces.slice(start, end + 1)) this.put(place, piece, paint);
      start = end + 1;
    }
  }

  private put(place: Place, piece: Piece, paint: boolean): void {
    if (piece.space === true && place.y === this.area.top) return;
    if (place.y + piece.height > this.area.bottom && place.y > this.area.top) {
      if (piece.space === true) {
        place.y = this.area.bottom;
        return;
      }
      this.turn(place, paint, piece.band);
    }
    if (paint) {
      piece.paint?.(this.sheet, place.y);
      this.band = piece.band;
    }
    place.y += piece.height;
  }

  private turn(place: Place, paint: boolean, next: Band | undefined): void {
    if (paint) this.band?.close(this.sheet, place.y);
    place.page += 1;
    place.y = this.area.top;
    if (paint) {
      this.band = undefined;
      this.sheet.newPage();
      this.dressPage(this.sheet, place.page);
    }
    for (const piece of next?.head ?? []) {
      if (paint) piece.paint?.(this.sheet, place.y);
      place.y += piece.height;
    }
  }
}

/**
 * What the press uses of pdfkit's font object beyond its published types (pdfkit is pinned): lines
 * are written as text operators of our own, with real spaces between justified words, because
 * pdfkit's own justified text leaves the space glyphs out and then nothing can be searched in it.
 */
declare namespace PDFKit {
  interface GlyphPosition {
    readonly xAdvance: number;
    readonly advanceWidth: number;
  }
  /** A parsed font and what it knows of words: costly to make, the same for every document. */
  interface ParsedFont {
    layout(text: string): unknown;
  }
  interface EmbeddedFace {
    readonly id: string;
    readonly font: ParsedFont;
    layoutCache: Record<string, unknown>;
    encode(text: string): [string[], GlyphPosition[]];
    ref(): unknown;
  }
  interface PDFDocument {
    readonly _font: EmbeddedFace;
    registerFont(name: string, source: Uint8Array | ParsedFont): this;
  }
}

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
  interface EmbeddedFace {
    readonly id: string;
    encode(text: string): [string[], GlyphPosition[]];
    ref(): unknown;
  }
  interface PDFDocument {
    readonly _font: EmbeddedFace;
  }
}

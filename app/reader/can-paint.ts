/** Whether a thread without a document can draw with fonts that a paper brings; without that, letters would come out wrong. */

/** A font of one letter, U+E000, that is a full square; made for this. */
const oneSquare =
  "AAEAAAAKAIAAAwAgT1MvMhD4D28AAACsAAAAYGNtYXAADOAzAAABDAAAACxnbHlmBOoI1AAAATgAAAAkaGVhZGL+RM0AAAFcAAAANmhoZWEH0QPrAAABlAAAACRobXR4B9AAAAAAAbgAAAAIbG9jYQASAAAAAAHAAAAABm1heHAABAAFAAAByAAAACBuYW1lAAYAAAAAAegAAAAGcG9zdAADAAAAAAHwAAAAIAADA+gBkAAFAAACigJYAAAASwKKAlgAAAFeADIA+gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgICAgAEDgAOAAA+gAAAAAA+gAAAAAAAEAAAAAAfQD6AAAACAAAAAAAAEAAwABAAAADAAEACAAAAAEAAQAAQAA4AD//wAA4AD//yABAAEAAAAAAAEAAAAAA+gD6AADAAABAQEBAAAAAAPoAAAAAAPoAAD8GAAAAAEAAAABAAAAAAAAXw889QADA+gAAAAAAAAAAAAAAAAAAAAAAAAAAAPoA+gAAAAIAAIAAAAAAAAAAQAAA+gAAAAAA+gAAAAAA+gAAQAAAAAAAAAAAAAAAAAAAAID6AAAA+gAAAAAAAAAEgAAAAEAAAACAAQAAQAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAYAAAADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const square = "\uE000";
const pixels = 16;

/** Tried, not asked: browsers have had the names of this before they had the thing. */
export async function canPaint(): Promise<boolean> {
  try {
    const fonts = fontsOf(self);
    if (typeof OffscreenCanvas === "undefined" || fonts === null) return false;
    // As pages are painted: without the graphics card, which gives pixels back only when it has come to life.
    const context = new OffscreenCanvas(pixels, pixels).getContext("2d", {
      willReadFrequently: true,
    });
    if (context === null) return false;
    const bytes = Uint8Array.from(atob(oneSquare), (letter) => letter.charCodeAt(0));
    const font = await new FontFace("one-square", bytes).load();
    fonts.add(font);
    context.font = `${pixels}px one-square`;
    context.fillText(square, 0, pixels);
    fonts.delete(font);
    const { data } = context.getImageData(0, 0, pixels, pixels);
    return data.every((value, at) => at % 4 !== 3 || value === 255);
  } catch {
    // Whatever it was that this browser did not like, it would not like it of a paper.
    return false;
  }
}

/** Where this thread's fonts are hung up. Threads have the set, not its name. */
export function fontsOf(scope: object): FontFaceSet | null {
  return "fonts" in scope && isFontSet(scope.fonts) ? scope.fonts : null;
}

const isFontSet = (value: unknown): value is FontFaceSet =>
  typeof value === "object" && value !== null && "add" in value && "delete" in value;

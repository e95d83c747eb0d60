/**
 * Stencils (pictures of one bit a pixel that let a colour through) that are far wider than any screen: a scanned drawing
 * in a paper of words had 9,258 × 12,259 pixels. The engine makes four bytes of each bit before it makes such a stencil
 * smaller, three times over: 1.3 GB for that page. Here it is made smaller as it is read.
 */

export type Stencil = {
  /** rows of whole bytes, the first pixel in the highest bit */
  bits: Uint8Array;
  width: number;
  height: number;
  /** a set bit is what is drawn; otherwise one that is not set */
  drawsSet: boolean;
};

export type Smaller = { width: number; height: number; pixels: Uint8ClampedArray<ArrayBuffer> };

/** Black, as opaque as the share of drawn pixels under it; of about `mostPixels`, at least halved. */
export function smallerStencil(stencil: Stencil, mostPixels: number): Smaller {
  const { bits, width, height } = stencil;
  const step = Math.max(2, Math.ceil(Math.sqrt((width * height) / mostPixels)));
  const narrow = Math.ceil(width / step);
  const low = Math.ceil(height / step);
  const pixels = new Uint8ClampedArray(narrow * low * 4);
  const rowBytes = (width + 7) >> 3;
  const drawn = new Uint32Array(narrow);
  for (let toY = 0; toY < low; toY += 1) {
    drawn.fill(0);
    const rows = Math.min(step, height - toY * step);
    for (let y = toY * step; y < toY * step + rows; y += 1) {
      countRow(bits.subarray(y * rowBytes, (y + 1) * rowBytes), stencil, step, drawn);
    }
    for (let toX = 0; toX < narrow; toX += 1) {
      const under = rows * Math.min(step, width - toX * step);
      pixels[(toY * narrow + toX) * 4 + 3] = ((drawn[toX] ?? 0) * 255) / under;
    }
  }
  return { width: narrow, height: low, pixels };
}

function countRow(
  row: Uint8Array,
  { width, drawsSet }: Stencil,
  step: number,
  drawn: Uint32Array,
): void {
  const blank = drawsSet ? 0x00 : 0xff;
  for (let at = 0; at * 8 < width; at += 1) {
    // What a file leaves out of its last rows is not set, as the engine has it.
    const byte = row[at] ?? 0;
    // Paper is mostly white.
    if (byte === blank) continue;
    const shown = byte ^ blank;
    for (let x = at * 8; x < Math.min(width, at * 8 + 8); x += 1) {
      if ((shown & (0x80 >> (x % 8))) === 0) continue;
      const to = Math.floor(x / step);
      drawn[to] = (drawn[to] ?? 0) + 1;
    }
  }
}

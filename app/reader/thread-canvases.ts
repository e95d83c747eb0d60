/** What the engine draws with in a thread that has no document: canvases, and the filters it makes soft masks by. */

/** The page uses what cannot be done without a document. */
export class NeedsDocument extends Error {}

/** How a mask's opacity is made: of its own opacity or its brightness, then by a table of 256. */
type Mask = { of: "alpha" | "luminosity"; table: ArrayLike<number> | null };

const masks = new Map<string, Mask>();

function nameOf(mask: Mask): string {
  const name = `mask-${mask.of}-${mask.table === null ? "" : Array.from(mask.table).join(".")}`;
  masks.set(name, mask);
  return name;
}

type Held = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null };

/** In the engine's own shape of a factory. */
export class ThreadCanvases {
  create(width: number, height: number): Held {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: contextOf(canvas, { willReadFrequently: true }) };
  }

  reset({ canvas }: Held, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(held: Held): void {
    if (held.canvas !== null) this.reset(held, 0, 0);
    held.canvas = null;
    held.context = null;
  }
}

/** Names filters; the contexts of this module know what the names mean. */
export class ThreadFilters {
  addFilter(maps: unknown): string {
    if (!maps) return "none";
    // A curve over everything that is drawn afterwards; rare, and only a document's filters do it.
    throw new NeedsDocument("a transfer function");
  }

  addAlphaFilter(table: ArrayLike<number>): string {
    return nameOf({ of: "alpha", table });
  }

  addLuminosityFilter(table?: ArrayLike<number> | null): string {
    return nameOf({ of: "luminosity", table: table ?? null });
  }

  /** Colours for high contrast are never asked for. */
  addHCMFilter(): string {
    return "none";
  }

  addHighlightHCMFilter(): string {
    return "none";
  }

  destroy(): void {
    // Names hold nothing of a paper.
  }
}

/** A context that draws a mask as the engine means it when `filter` names one; browsers know such filters by a document only. */
export function contextOf(
  canvas: OffscreenCanvas,
  settings: CanvasRenderingContext2DSettings,
): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", settings);
  if (context === null) throw new NeedsDocument("no canvas");
  let mask: Mask | null = null;
  Object.defineProperty(context, "filter", {
    get: () => "none",
    set: (name: string) => {
      mask = masks.get(name) ?? null;
    },
  });
  const draw = context.drawImage;
  context.drawImage = (image: CanvasImageSource, ...at: number[]) => {
    const [x = 0, y = 0, width = 0, height = 0, toX = 0, toY = 0] = at;
    if (mask === null) {
      Reflect.apply(draw, context, [image, ...at]);
      return;
    }
    // The engine names a filter for one drawing, in the long form and without a change of size.
    const opacity = opacityOf(image, { x, y, width, height }, mask);
    mask = null;
    Reflect.apply(draw, context, [opacity, toX, toY]);
    opacity.width = 0;
    opacity.height = 0;
  };
  return context;
}

type Part = { x: number; y: number; width: number; height: number };

/** Black, as opaque as the mask says. */
function opacityOf(
  image: CanvasImageSource,
  { x, y, width, height }: Part,
  { of, table }: Mask,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new NeedsDocument("no canvas");
  context.drawImage(image, -x, -y);
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const value =
      of === "alpha"
        ? (data[at + 3] ?? 0)
        : Math.round(
            0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0),
          );
    data[at + 3] = table === null ? value : (table[value] ?? value);
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

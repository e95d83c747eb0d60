/** A picture being painted: what the reader, the engine and its thread mean by it. */

export type Painting = { done: Promise<void>; cancel(): void };

/** Nobody waits for the picture any more. */
export class PaintingCancelled extends Error {}

/**
 * Work that can be cancelled, also before it has begun: `done` then rejects with `PaintingCancelled`. It rejects too
 * when the paper is gone meanwhile.
 */
export function painting(
  failure: Promise<never>,
  work: (onCancel: (cancel: () => void) => void) => Promise<void>,
): Painting {
  let cancelled = false;
  let cancel = () => {
    cancelled = true;
  };
  return {
    done: Promise.race([
      work((stop) => {
        cancel = stop;
        if (cancelled) stop();
      }),
      failure,
    ]),
    cancel: () => cancel(),
  };
}

export type OpenPaper = {
  /** Paints a page on a canvas of its own, which has its size, at `scale` device pixels per point. */
  paint(page: number, canvas: HTMLCanvasElement, scale: number): Painting;
  /** Gives back what is held for a page that is not shown any more. */
  forget(page: number): void;
  close(): void;
};

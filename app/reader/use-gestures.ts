/** Zooming by hand: two fingers, the wheel, a double tap. */
import { type RefObject, useEffect, useRef } from "react";
import type { Layout, Zoom } from "./layout";

type ZoomAround = (zoom: Zoom, x: number, y: number) => void;

/** Two fingers, or the wheel with Ctrl (which is also how touchpads pinch); the browser's own zoom stays out of it. */
export function usePinch(
  scroller: RefObject<HTMLDivElement>,
  layout: Layout | null,
  zoomAround: ZoomAround,
): void {
  const latest = useRef({ layout, zoomAround });
  latest.current = { layout, zoomAround };
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let pinch: { distance: number; zoom: number } | null = null;
    const zoomNow = () => (latest.current.layout?.scale ?? 1) * (72 / 96);
    const scaleTo = (zoom: number, clientX: number, clientY: number) => {
      const { left, top } = element.getBoundingClientRect();
      latest.current.zoomAround(zoom, clientX - left, clientY - top);
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
      scaleTo(zoomNow() * Math.exp(-step / 300), event.clientX, event.clientY);
    };
    const onTouch = (event: TouchEvent) => {
      const [one, two] = event.touches;
      if (one === undefined || two === undefined || event.touches.length !== 2) {
        pinch = null;
        return;
      }
      event.preventDefault();
      const distance = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
      pinch ??= { distance, zoom: zoomNow() };
      const middle = { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 };
      scaleTo((pinch.zoom * distance) / pinch.distance, middle.x, middle.y);
    };
    const refuse = (event: Event) => event.preventDefault();
    const active = { passive: false };
    element.addEventListener("wheel", onWheel, active);
    for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const) {
      element.addEventListener(type, onTouch, active);
    }
    // Safari's own event for the same gesture.
    element.addEventListener("gesturestart", refuse, active);
    return () => {
      element.removeEventListener("wheel", onWheel);
      for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const) {
        element.removeEventListener(type, onTouch);
      }
      element.removeEventListener("gesturestart", refuse);
    };
  }, [scroller]);
}

const tapWithinMs = 300;
const tapWithinPixels = 24;

/** Two quick taps of a finger: back to the width, and from there twice as large around the finger. */
export function useDoubleTap(
  scroller: RefObject<HTMLDivElement>,
  zoom: Zoom,
  zoomAround: ZoomAround,
): void {
  const latest = useRef({ zoom, zoomAround });
  latest.current = { zoom, zoomAround };
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let before = { at: 0, x: 0, y: 0 };
    const onTap = (event: PointerEvent) => {
      if (event.pointerType !== "touch" || event.defaultPrevented || !isPaper(event.target)) return;
      const now = { at: event.timeStamp, x: event.clientX, y: event.clientY };
      const isSecond =
        now.at - before.at < tapWithinMs &&
        Math.hypot(now.x - before.x, now.y - before.y) < tapWithinPixels;
      before = isSecond ? { at: 0, x: 0, y: 0 } : now;
      if (!isSecond) return;
      const { left, top } = element.getBoundingClientRect();
      const next = latest.current.zoom === "fit" ? 2 : "fit";
      latest.current.zoomAround(next, now.x - left, now.y - top);
    };
    element.addEventListener("pointerup", onTap);
    return () => element.removeEventListener("pointerup", onTap);
  }, [scroller]);
}

/** Not a pin, a link or a button that lies on the page. */
function isPaper(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button") === null;
}

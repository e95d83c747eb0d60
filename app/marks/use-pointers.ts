/**
 * Which pointers a tool listens to. A pen and a mouse always work; a finger scrolls, works by a tap or after
 * being held still, and draws at once only where the reader has allowed it. While a pen is used, every touch
 * is the palm that holds it.
 */
import { type RefObject, useEffect, useRef } from "react";
import type { Gesture, Pen } from "./gestures";

export type PointerRules = {
  fingerDraws: boolean;
  /** begins what the tool does; null: nothing here */
  begin: (pen: Pen, pointer: { hasPressure: boolean; isEraserEnd: boolean }) => Gesture | null;
  /** whether a finger held still begins it (else only a tap counts) */
  holds: boolean;
  /** a finger moved the paper, and no pen has been seen: perhaps it meant to draw */
  scrolls: () => void;
  /** a touch or a press that did not move; `begun`: the tool has already done its part */
  tap: (pen: Pen, begun: boolean) => void;
  /** two fingers move the paper where one finger draws */
  scroller: RefObject<HTMLElement>;
};

/** A palm may touch down this long after the pen's last sign of life. */
const penRestsMs = 1_000;
const holdMs = 350;
/** CSS pixels. */
const strayPx = 8;
const eraserEnd = 32;

export function usePointers(target: RefObject<HTMLElement>, rules: PointerRules): void {
  const latest = useRef(rules);
  latest.current = rules;
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const hand = new Hand(element, () => latest.current);
    return () => hand.rest();
  }, [target]);
}

type Active = { id: number; type: string; gesture: Gesture; from: Pen; moved: boolean };
type Waiting = { id: number; from: Pen; timer: ReturnType<typeof setTimeout> | undefined };

class Hand {
  readonly #element: HTMLElement;
  readonly #rules: () => PointerRules;
  readonly #listening = new AbortController();
  #active: Active | null = null;
  /** a finger that may become a tap or a hold, or else scrolls */
  #waiting: Waiting | null = null;
  #knowsPen = false;
  #penAt = Number.NEGATIVE_INFINITY;
  #pinch: { x: number; y: number } | null = null;

  constructor(element: HTMLElement, rules: () => PointerRules) {
    this.#element = element;
    this.#rules = rules;
    const { signal } = this.#listening;
    element.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    element.addEventListener("pointermove", (event) => this.#move(event), { signal });
    element.addEventListener("pointerup", (event) => this.#up(event), { signal });
    element.addEventListener("pointercancel", (event) => this.#cancelled(event), { signal });
    // The browser scrolls unless the touch itself is refused, and that must be said before it begins.
    for (const type of ["touchstart", "touchmove"] as const) {
      element.addEventListener(type, (event) => this.#touch(event), { signal, passive: false });
    }
    element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  }

  rest(): void {
    this.#listening.abort();
    this.#drop();
  }

  #down(event: PointerEvent): void {
    const { pointerType, pointerId } = event;
    if (pointerType === "mouse" && event.button !== 0) return;
    if (pointerType === "pen") {
      this.#penAt = event.timeStamp;
      this.#knowsPen = true;
      this.#stopWaiting();
      if (this.#active?.type === "touch") this.#drop();
    }
    if (this.#active !== null) return;
    const from = penOf(event);
    if (pointerType === "touch") {
      if (this.#penIsUsed(event)) return;
      if (!this.#rules().fingerDraws) {
        this.#wait(pointerId, from);
        return;
      }
    }
    this.#begin(pointerId, pointerType, from, (event.buttons & eraserEnd) !== 0);
  }

  #begin(id: number, type: string, from: Pen, isEraserEnd: boolean): void {
    const gesture = this.#rules().begin(from, { hasPressure: type === "pen", isEraserEnd });
    if (gesture === null) return;
    this.#element.setPointerCapture(id);
    this.#active = { id, type, gesture, from, moved: false };
    gesture.move([from]);
  }

  #wait(id: number, from: Pen): void {
    if (this.#waiting !== null) {
      // a second finger: neither a tap nor a hold
      this.#stopWaiting();
      return;
    }
    const hold = () => {
      this.#stopWaiting();
      this.#begin(id, "touch", from, false);
    };
    const timer = this.#rules().holds ? setTimeout(hold, holdMs) : undefined;
    this.#waiting = { id, from, timer };
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === "pen") this.#penAt = event.timeStamp;
    if (this.#waiting?.id === event.pointerId && strayed(this.#waiting.from, event)) {
      this.#stopWaiting();
      if (!this.#knowsPen) this.#rules().scrolls();
    }
    const active = this.#active;
    if (active === null || active.id !== event.pointerId) return;
    active.moved ||= strayed(active.from, event);
    // Between two pictures a pen reports several places; without them a quick curve has corners.
    const places = event.getCoalescedEvents?.() ?? [];
    active.gesture.move((places.length > 0 ? places : [event]).map(penOf));
  }

  #up(event: PointerEvent): void {
    const waiting = this.#waiting;
    if (waiting?.id === event.pointerId) {
      this.#stopWaiting();
      this.#rules().tap(waiting.from, false);
      return;
    }
    const active = this.#active;
    if (active === null || active.id !== event.pointerId) return;
    this.#active = null;
    active.gesture.end();
    if (!active.moved) this.#rules().tap(active.from, true);
  }

  #cancelled(event: PointerEvent): void {
    if (this.#waiting?.id === event.pointerId) this.#stopWaiting();
    if (this.#active?.id === event.pointerId) this.#drop();
  }

  #touch(event: TouchEvent): void {
    if (event.touches.length > 1 && this.#active?.type === "touch") {
      this.#drop();
    }
    const isPalm = this.#penIsUsed(event);
    const isStylus = [...event.changedTouches].some(
      (touch) => "touchType" in touch && touch.touchType === "stylus",
    );
    if (this.#active !== null || isPalm || isStylus) {
      if (event.cancelable) event.preventDefault();
      return;
    }
    if (this.#rules().fingerDraws) this.#pan(event);
  }

  /** Where one finger draws, two move the paper; how far apart they are is the desk's business. */
  #pan(event: TouchEvent): void {
    const [one, two] = event.touches;
    if (one === undefined || two === undefined) {
      this.#pinch = null;
      return;
    }
    const middle = { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 };
    const scroller = this.#rules().scroller.current;
    if (this.#pinch !== null && scroller !== null && event.type === "touchmove") {
      scroller.scrollBy(this.#pinch.x - middle.x, this.#pinch.y - middle.y);
    }
    this.#pinch = middle;
  }

  #penIsUsed(event: Event): boolean {
    return event.timeStamp - this.#penAt < penRestsMs;
  }

  #stopWaiting(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = null;
  }

  #drop(): void {
    this.#stopWaiting();
    this.#active?.gesture.cancel();
    this.#active = null;
  }
}

function penOf({ clientX, clientY, pressure }: PointerEvent): Pen {
  return { clientX, clientY, pressure };
}

function strayed(from: Pen, { clientX, clientY }: PointerEvent): boolean {
  return Math.hypot(clientX - from.clientX, clientY - from.clientY) > strayPx;
}

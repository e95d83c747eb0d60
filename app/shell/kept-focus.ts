import { useEffect } from "react";

/**
 * The focus is never lost: when what had it goes away or is disabled, because an act was done or by another's act,
 * it moves to the nearest place around it that can hold it. Otherwise the next Tab would begin at the page's top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** what had the focus last, and all that is around it, from the inside out */
    let around: Element[] = [];
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) around = withAncestors(target);
    };
    // Who presses beside everything leaves the focus by the own hand.
    const forget = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && around[0]?.contains(target))) around = [];
    };
    const look = () => {
      frame = 0;
      const [last] = around;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost || last === undefined) return;
      if (last.isConnected && !last.matches(":disabled")) return;
      const place = around.find(
        (one) => one.isConnected && one.matches("[tabindex]:not(:disabled)"),
      );
      const next = place ?? document.getElementById("content");
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      // Two frames, because a closing dialog gives the focus back to its trigger within them.
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = requestAnimationFrame(look);
        });
    });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget, { capture: true });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, { capture: true });
    };
  }, []);
}

function withAncestors(element: Element): Element[] {
  const around: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) around.push(one);
  return around;
}

import { useEffect, useRef } from "react";
import { percentOf, zoomStep } from "./layout";
import type { Desk } from "./use-desk";

type Act = (desk: Desk) => void;

const keys: Readonly<Record<string, Act>> = {
  ArrowLeft: (desk) => desk.turn(-1),
  ArrowRight: (desk) => desk.turn(1),
  PageUp: (desk) => desk.turn(-1),
  PageDown: (desk) => desk.turn(1),
  Home: (desk) => desk.goTo(1),
  End: (desk) => desk.goTo(desk.layout?.pages ?? 1),
  "+": (desk) => desk.zoomTo(zoomStep(percentOf(desk.layout?.scale ?? 1), 1)),
  "=": (desk) => desk.zoomTo(zoomStep(percentOf(desk.layout?.scale ?? 1), 1)),
  "-": (desk) => desk.zoomTo(zoomStep(percentOf(desk.layout?.scale ?? 1), -1)),
  "0": (desk) => desk.zoomTo("fit"),
};

/** Leafing by keyboard while the paper, or nothing at all, has the focus; never while a control is being used. */
export function useLeafingKeys(desk: Desk): void {
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      const own = latest.current.scroller.current;
      // With two papers side by side, the first has the keys that nothing else has.
      const isFirst = own !== null && own === document.querySelector("[data-desk]");
      const isOurs = target === own || (target === document.body && isFirst);
      const act = isOurs ? keys[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act(latest.current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

import { useEffect, useRef } from "react";
import { useReader } from "../reader/reader-context";
import { touched } from "./drawn-marks";
import { useMarkDesk } from "./mark-desk";
import { notesPanel, useTooling } from "./tooling";

/** Points around a finger or a mouse. */
const reach = 3;

/** With no tool in the hand, a press on a mark picks it up; the words above it stay free to be selected. */
export function usePickedUp(): void {
  const { desk, showPanel } = useReader();
  const { pages } = useMarkDesk();
  const { tool, sheets, select } = useTooling();
  const latest = useRef({ pages, tool, showPanel });
  latest.current = { pages, tool, showPanel };
  const { scroller } = desk;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onClick = (event: MouseEvent) => {
      const now = latest.current;
      if (now.tool !== null || event.button !== 0) return;
      if (event.target instanceof Element && event.target.closest("button, a") !== null) return;
      if (getSelection()?.isCollapsed === false) return;
      const at = sheets.at(event.clientX, event.clientY);
      const marks = at === null ? undefined : now.pages.get(at.page);
      const [top] =
        at === null || marks === undefined
          ? []
          : touched(marks, at.page, at.point, at.point, reach);
      if (top === undefined) return;
      select(top.key);
      now.showPanel(notesPanel);
    };
    element.addEventListener("click", onClick);
    return () => element.removeEventListener("click", onClick);
  }, [scroller, sheets, select]);
}

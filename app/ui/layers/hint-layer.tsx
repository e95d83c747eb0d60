/** The words of a control that shows only a picture; the control names itself too, for those who cannot hover. */
import { useEffect, useRef, useState } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components";

type Hinted = { element: Element; text: string };

const afterMs = 600;
/** long enough to get from the control to its words, which may be read and selected */
const leaveAfterMs = 80;

export function HintLayer() {
  const [shown, setShown] = useState<Hinted | null>(null);
  const trigger = useRef<Element | null>(null);
  trigger.current = shown?.element ?? null;
  const [hints] = useState(() => hintsOf(setShown));
  useEffect(() => hints.listen(), [hints]);
  if (shown === null) return null;
  return (
    <TooltipTriggerStateContext.Provider
      value={{ isOpen: true, shouldSkipAnimation: false, open: hints.stay, close: hints.leave }}
    >
      <Tooltip
        // another control is another place
        key={shown.text}
        triggerRef={trigger}
        offset={6}
        className="fades z-toast max-w-72 rounded-1 bg-ink px-2 py-1 text-caption text-surface"
      >
        {shown.text}
      </Tooltip>
    </TooltipTriggerStateContext.Provider>
  );
}

function hintsOf(show: (hinted: Hinted | null) => void) {
  let on: Element | null = null;
  let isShown = false;
  /** a pointer that rests elsewhere takes nothing away from who is there by keyboard */
  let hasFocus = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turnTo = (hinted: Hinted | null, inMs: number) => {
    clearTimeout(timer);
    on = hinted?.element ?? null;
    timer = setTimeout(() => {
      isShown = hinted !== null;
      // It may have gone meanwhile.
      show(hinted?.element.isConnected === true ? hinted : null);
    }, inMs);
  };
  const stay = () => clearTimeout(timer);
  const leave = () => {
    if (!hasFocus) turnTo(null, leaveAfterMs);
  };
  const leaveNow = () => {
    hasFocus = false;
    turnTo(null, 0);
  };

  const over = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch") return;
    const hinted = hintedAt(target);
    if (hinted === null) {
      if (on !== null && !isWords(target)) leave();
    } else if (hinted.element !== on) {
      hasFocus = false;
      turnTo(hinted, isShown ? 0 : afterMs);
    } else if (isShown) stay();
  };
  const focus = ({ target }: FocusEvent) => {
    const hinted = hintedAt(target);
    if (!hinted?.element.matches(":focus-visible")) return;
    hasFocus = true;
    turnTo(hinted, 0);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isShown) leaveNow();
  };

  return {
    stay,
    leave,
    listen() {
      document.addEventListener("pointerover", over);
      document.addEventListener("focusin", focus);
      document.addEventListener("focusout", leaveNow);
      document.addEventListener("pointerdown", leaveNow, true);
      document.addEventListener("keydown", key, true);
      return () => {
        clearTimeout(timer);
        document.removeEventListener("pointerover", over);
        document.removeEventListener("focusin", focus);
        document.removeEventListener("focusout", leaveNow);
        document.removeEventListener("pointerdown", leaveNow, true);
        document.removeEventListener("keydown", key, true);
      };
    },
  };
}

function hintedAt(target: EventTarget | null): Hinted | null {
  const element = target instanceof Element ? target.closest("[data-hint]:not(:disabled)") : null;
  const text = element?.getAttribute("data-hint") ?? "";
  return element === null || text === "" ? null : { element, text };
}

function isWords(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=tooltip]") !== null;
}

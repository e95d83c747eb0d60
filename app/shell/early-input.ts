/**
 * What a person does while a page's program is still loading. React takes over a drawn page by writing its own state into
 * it: a text area loses what was typed at once, any other field at its next change; and a button that was pressed hears
 * nothing. What was typed is typed again once the page is alive, and the last button pressed then.
 */

type Field = HTMLInputElement | HTMLTextAreaElement;

declare global {
  var earlyInput:
    | {
        typed: Map<Field, string | boolean>;
        pressed: Element | null;
        /** React listens from now on: what is begun now it hears itself */
        heardByReact: () => void;
        end: () => void;
      }
    | undefined;
}

/** Printed into the head of each page as it stands here: it may use nothing of this module. */
export function hearEarlyInput(): void {
  const listening = new AbortController();
  const beginnings = new AbortController();
  const early: NonNullable<typeof globalThis.earlyInput> = {
    typed: new Map(),
    pressed: null,
    heardByReact: () => beginnings.abort(),
    end: () => listening.abort(),
  };
  globalThis.earlyInput = early;
  // On the way down: the page's program takes the field over before it hears of the key itself.
  const capture = true;

  const hearTyped = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) early.typed.set(target, target.value);
    if (target instanceof HTMLInputElement && target.type !== "file") {
      const isTicked = target.type === "checkbox" || target.type === "radio";
      early.typed.set(target, isTicked ? target.checked : target.value);
    }
  };
  addEventListener("input", hearTyped, { capture, signal: listening.signal });

  // Buttons that send a form do so without any program.
  const buttonOf = ({ target }: Event) =>
    target instanceof Element ? target.closest('button[type="button"]') : null;
  let begun: Element | null = null;
  const hearBeginning = (event: Event) => {
    begun = buttonOf(event);
  };
  for (const beginning of ["pointerdown", "keydown"]) {
    addEventListener(beginning, hearBeginning, { capture, signal: beginnings.signal });
  }
  const hearPress = (event: Event) => {
    const button = buttonOf(event);
    if (button === null || button !== begun) return;
    begun = null;
    early.pressed = button;
    // Should somebody hear it by now after all, it must not count twice.
    event.stopPropagation();
  };
  addEventListener("click", hearPress, { capture, signal: listening.signal });
}

/** Does it again, now that somebody hears it. To be called once all of the page is alive, before it is painted. */
export async function repeatEarlyInput(): Promise<void> {
  const early = globalThis.earlyInput;
  globalThis.earlyInput = undefined;
  early?.end();
  for (const [field, entry] of early?.typed ?? []) {
    if (!field.isConnected) continue;
    if (typeof entry === "string") retype(field, entry);
    else if (field instanceof HTMLInputElement) tickAgain(field, entry);
    // The page is drawn anew before the next: several fields may be parts of one thing.
    await null;
  }
  // Once, however often: who presses again in vain wants it open, not open and shut.
  if (early?.pressed instanceof HTMLButtonElement) early.pressed.click();
}

// For both: React takes for news what differs from what was last set through its own setter on the element.

function retype(field: Field, text: string): void {
  const { selectionStart, selectionEnd } = field;
  const isAsTyped = field.value === text;
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
  if (document.activeElement === field && isAsTyped && selectionStart !== null) {
    field.setSelectionRange(selectionStart, selectionEnd);
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function tickAgain(field: HTMLInputElement, isTicked: boolean): void {
  if (isTicked === field.defaultChecked) return;
  field.checked = !isTicked;
  field.click();
}

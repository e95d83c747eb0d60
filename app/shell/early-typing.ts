/**
 * What is typed while a page's program is still loading. React takes over a drawn page by writing its own state into it:
 * a text area loses what was typed at once, any other field at its next change.
 */

type Field = HTMLInputElement | HTMLTextAreaElement;

declare global {
  var earlyTyping: { typed: Map<Field, string | boolean>; end: () => void } | undefined;
}

/** Printed into the head of each page as it stands here: it may use nothing of this module. */
export function hearTyping(): void {
  const typed = new Map<Field, string | boolean>();
  const hear = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) typed.set(target, target.value);
    if (target instanceof HTMLInputElement && target.type !== "file") {
      const isTicked = target.type === "checkbox" || target.type === "radio";
      typed.set(target, isTicked ? target.checked : target.value);
    }
  };
  // On the way down: the page's program takes the field over before it hears of the key itself.
  addEventListener("input", hear, true);
  globalThis.earlyTyping = { typed, end: () => removeEventListener("input", hear, true) };
}

/** Types it again, now that somebody hears it. To be called once all of the page is alive, before it is painted. */
export async function typeAgain(): Promise<void> {
  const early = globalThis.earlyTyping;
  globalThis.earlyTyping = undefined;
  early?.end();
  for (const [field, entry] of early?.typed ?? []) {
    if (!field.isConnected) continue;
    if (typeof entry === "string") retype(field, entry);
    else if (field instanceof HTMLInputElement) tickAgain(field, entry);
    // The page is drawn anew before the next: several fields may be parts of one thing.
    await null;
  }
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

import type { Page } from "playwright-core";

/** Targets under 44 px, but for links within a sentence (WCAG 2.5.8 lets those be); and sideways scrolling. */
export function faultsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const least = 43.5;
    const targets = document.querySelectorAll<HTMLElement>(
      "a[href], button, input:not([type=hidden]), select, textarea, [role=tab], [role=button], [role=option]",
    );
    for (const target of targets) {
      // What only forms and browsers see (a control's hidden twin) is no target; of a label the whole is.
      if (target.closest("[aria-hidden=true]") !== null) continue;
      const hit = target.closest("label") ?? target;
      const { width, height } = hit.getBoundingClientRect();
      const isShown = target.checkVisibility() && width > 2 && height > 2;
      if (!isShown || (target.localName === "a" && target.closest("p, li p") !== null)) continue;
      if (width < least || height < least)
        faults.push(
          `${target.localName} "${target.ariaLabel ?? target.textContent}" ${Math.round(width)}×${Math.round(height)}`,
        );
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    return faults;
  });
}

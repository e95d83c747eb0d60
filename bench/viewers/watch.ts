/**
 * In a viewer's page, from its first moment: when each page is painted, by the page's own clock from the beginning of
 * loading; and the few things that the bench does to it. The other viewers say `painted` and `goTo` themselves.
 */
export const watch = `
  globalThis.painted ??= {};
  const note = () => {
    for (const sheet of document.querySelectorAll(".paper-sheet")) {
      const number = /(\\d+)$/.exec(sheet.getAttribute("aria-label") ?? "")?.[1];
      const poster = sheet.querySelector(".paper-poster");
      if (number === "1" && poster?.complete && poster.naturalWidth > 0) globalThis.seen ??= performance.now();
      if (sheet.dataset.state === "painted" || sheet.dataset.early === "painted") globalThis.painted[number] ??= performance.now();
    }
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
  document.addEventListener("load", note, true);

  globalThis.blockedMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.blockedMs += Math.max(0, duration - 50);
  }).observe({ entryTypes: ["longtask"] });

  globalThis.canvasMegabytes = () =>
    [...document.querySelectorAll("canvas")].reduce((sum, canvas) => sum + canvas.width * canvas.height * 4, 0) / 1048576;
  const desk = () => document.querySelector("[data-desk]");
  globalThis.goTo ??= (number, pages) => {
    desk().scrollTop = (desk().scrollHeight / pages) * (number - 1);
  };
  const top = (number) => {
    const sheet = document.querySelector('[aria-label="Page ' + number + '"], [aria-label="Trang ' + number + '"], .page[data-page-number="' + number + '"]');
    return sheet?.getBoundingClientRect().top ?? Infinity;
  };
  globalThis.turn = (number) => new Promise((resolve) => {
    const began = performance.now();
    if (desk()) {
      desk().focus();
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    } else globalThis.goTo(number);
    const look = () => {
      if (top(number) < 300 && globalThis.painted[number] !== undefined) requestAnimationFrame(() => resolve(performance.now() - began));
      else requestAnimationFrame(look);
    };
    look();
  });
`;

/** Every page asks whether there is anything to do for this device; a browser that keeps nothing pays for this file only. */
import { hasMarker } from "./traces.client";

/** Installed to the home screen, or opened as an app of its own. */
export const isInstalled = (): boolean =>
  matchMedia("(display-mode: standalone), (display-mode: window-controls-overlay)").matches ||
  ("standalone" in navigator && navigator.standalone === true);

export function startOffline(): void {
  // Development has no worker: its files change under it.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  if (!isInstalled() && !hasMarker() && navigator.serviceWorker.controller === null) return;
  void import("./at-work.client").then(({ startWork }) => startWork());
}

import { useSyncExternalStore } from "react";
import type { ItemId } from "../../domain/ids";
import { type UploadRow, uploadTray } from "./upload-tray.client";

const none: readonly UploadRow[] = [];
const watchNothing = () => () => undefined;
const nothing = () => none;

/** What of the tab's tray is for one item. On the server there is no tray. */
export function useUploads(itemId: ItemId): UploadRow[] {
  const isServer = typeof window === "undefined";
  const rows = useSyncExternalStore(
    isServer ? watchNothing : uploadTray.subscribe,
    isServer ? nothing : uploadTray.rows,
    nothing,
  );
  return rows.filter((row) => row.itemId === itemId);
}

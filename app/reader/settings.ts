/** How this device's reader likes papers shown; the same for all papers, and never leaves the device. */
import { useSyncExternalStore } from "react";
import { z } from "zod";

const key = "reader.settings";

const Settings = z.object({
  columns: z.union([z.literal(1), z.literal(2)]),
  /** dark paper with light letters */
  night: z.boolean(),
  /** size of letters where the text flows, in hundredths of the usual */
  textPercent: z.int().min(80).max(300),
});
export type Settings = z.infer<typeof Settings>;

const usual: Settings = { columns: 1, night: false, textPercent: 100 };

let held: Settings | null = null;
const watchers = new Set<() => void>();

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, settings, () => usual);
}

export function changeSettings(part: Partial<Settings>): void {
  held = { ...settings(), ...part };
  try {
    localStorage.setItem(key, JSON.stringify(held));
  } catch {
    // No storage: the wish holds until the page is left.
  }
  for (const watcher of watchers) watcher();
}

function settings(): Settings {
  held ??= stored();
  return held;
}

function stored(): Settings {
  try {
    const parsed = Settings.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

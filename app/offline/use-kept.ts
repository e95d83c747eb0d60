/** What this device keeps, for a screen: known only in the browser, and read anew whenever something changed. */
import { useCallback, useEffect, useState } from "react";
import { contactServer, vaultState } from "./device.client";
import { isRunning, type Trouble, troubleOf } from "./downloads.client";
import { isVaultOpen, onVault } from "./open-vault.client";
import { type ListedPack, listPacks, onPacks } from "./packs.client";
import { type Fate, fateOfVault } from "./traces.client";
import type { ClockRecord, DeviceRecord } from "./vault-database.client";
import { hasPasskey } from "./vault-lock.client";
import { recordOf, seenTime } from "./vault-records.client";

export type ShownPack = ListedPack & { running: boolean; trouble: Trouble | null };

export type Kept = {
  vault: "none" | "dropped" | "there" | "refused";
  device: DeviceRecord | null;
  /** decrypted in this tab */
  open: boolean;
  passkey: boolean;
  packs: readonly ShownPack[];
  time: ClockRecord;
  /** why a vault that was here is not any more */
  fate: Fate | null;
  usedBytes: number | null;
  freeBytes: number | null;
  persistent: boolean;
};

/** Null until it was looked at. */
export function useKept(): { kept: Kept | null; look: () => void } {
  const [kept, setKept] = useState<Kept | null>(null);
  const look = useCallback(() => {
    lookAt().then(setKept, () => setKept(nothing("refused")));
  }, []);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    // A download tells of every chunk; the screen follows a few times a second.
    const soon = () => {
      clearTimeout(late);
      late = setTimeout(look, 120);
    };
    look();
    const stops = [onPacks(soon), onVault(look)];
    return () => {
      clearTimeout(late);
      for (const stop of stops) stop();
    };
  }, [look]);
  return { kept, look };
}

/** Whether the server answers, asked at once and whenever `ask` is called; null until it is known. */
export function useServerContact(): { reached: boolean | null; asking: boolean; ask: () => void } {
  const [reached, setReached] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(true);
  const ask = useCallback(() => {
    setAsking(true);
    Promise.race([contactServer(), new Promise<false>((no) => setTimeout(no, 4_000, false))])
      .then(setReached, () => setReached(false))
      .finally(() => setAsking(false));
  }, []);
  useEffect(() => {
    ask();
    window.addEventListener("online", ask);
    return () => window.removeEventListener("online", ask);
  }, [ask]);
  return { reached, asking, ask };
}

async function lookAt(): Promise<Kept> {
  const vault = await vaultState();
  if (vault !== "there") return nothing(vault);
  const [device, packs, time, passkey, estimate, persistent] = await Promise.all([
    recordOf("device"),
    listPacks(),
    seenTime(),
    hasPasskey(),
    navigator.storage.estimate(),
    navigator.storage.persisted?.() ?? false,
  ]);
  const { usage = null, quota = null } = estimate;
  return {
    vault,
    device,
    open: isVaultOpen(),
    passkey,
    packs: packs.map((pack) => ({
      ...pack,
      running: isRunning(pack.meetingId),
      trouble: troubleOf(pack.meetingId),
    })),
    time,
    fate: null,
    usedBytes: usage,
    freeBytes: usage === null || quota === null ? null : quota - usage,
    persistent,
  };
}

function nothing(vault: "none" | "dropped" | "refused"): Kept {
  return {
    vault,
    device: null,
    open: false,
    passkey: false,
    packs: [],
    time: { highestMs: Date.now(), renewedMs: null, contactMs: null },
    fate: fateOfVault(),
    usedBytes: null,
    freeBytes: null,
    persistent: false,
  };
}

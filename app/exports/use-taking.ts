/** One export after the other, from the press to the file; leaving gives it up. */
import { useCallback, useEffect, useRef, useState } from "react";
import { download, type ExportFailure } from "./take-out";

export type Taking =
  | { state: "idle" }
  /** `long`: for more than a second, which is worth a word */
  | { state: "under_way"; long: boolean }
  | { state: "failed"; reason: ExportFailure };

const wordAfterMs = 1_000;

export function useTaking(done: (name: string) => void) {
  const [taking, setTaking] = useState<Taking>({ state: "idle" });
  const leaving = useRef<AbortController | null>(null);

  const giveUp = useCallback(() => {
    leaving.current?.abort();
    leaving.current = null;
    setTaking({ state: "idle" });
  }, []);
  useEffect(() => () => leaving.current?.abort(), []);

  const take = useCallback(
    async (address: string) => {
      leaving.current?.abort();
      const own = new AbortController();
      leaving.current = own;
      setTaking({ state: "under_way", long: false });
      const word = setTimeout(() => setTaking({ state: "under_way", long: true }), wordAfterMs);
      try {
        const outcome = await download(address, own.signal);
        if (own.signal.aborted) return;
        setTaking(outcome.ok ? { state: "idle" } : { state: "failed", reason: outcome.reason });
        if (outcome.ok) done(outcome.name);
      } catch (error) {
        if (!own.signal.aborted) throw error;
      } finally {
        clearTimeout(word);
      }
    },
    [done],
  );
  return { taking, take, giveUp };
}

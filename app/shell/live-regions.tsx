import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

type Speak = { politely: (text: string) => void; atOnce: (text: string) => void };

const LiveContext = createContext<Speak | null>(null);

/** The page's two voices for those who do not see it: one waits its turn, one interrupts. */
export function LiveRegions({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState({ text: "", turn: 0 });
  const [urgent, setUrgent] = useState({ text: "", turn: 0 });
  const politely = useCallback(
    (text: string) => setPolite(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  );
  const atOnce = useCallback(
    (text: string) => setUrgent(({ turn }) => ({ text, turn: turn + 1 })),
    [],
  );
  const speak = useMemo(() => ({ politely, atOnce }), [politely, atOnce]);
  return (
    <LiveContext.Provider value={speak}>
      {children}
      {/* The key makes the same sentence said twice a new one. */}
      <div role="status" className="sr-only">
        <span key={polite.turn}>{polite.text}</span>
      </div>
      <div role="alert" className="sr-only">
        <span key={urgent.turn}>{urgent.text}</span>
      </div>
    </LiveContext.Provider>
  );
}

export function useSpeak(): Speak {
  const speak = useContext(LiveContext);
  if (speak === null)
    throw new Error("Nothing can be announced outside of the page's live regions.");
  return speak;
}

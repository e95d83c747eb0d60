import { useCallback, useMemo, useState } from "react";

/** Which of the panels is in front, and whether any is open: what the reader touched, or else what the frame begins with. */
export type ShownPanel = {
  /** null: the first */
  id: string | null;
  /** null: neither opened nor closed by hand yet */
  isOpen: boolean | null;
  choose(id: string): void;
  open(isOpen: boolean): void;
  /** opens and brings to the front */
  show(id: string): void;
};

export function useShownPanel(): ShownPanel {
  const [id, choose] = useState<string | null>(null);
  const [isOpen, open] = useState<boolean | null>(null);
  const show = useCallback((panel: string) => {
    choose(panel);
    open(true);
  }, []);
  return useMemo(() => ({ id, isOpen, choose, open, show }), [id, isOpen, show]);
}

/** Where the reader came from by jumps, newest last: each jump can be taken back, over papers too. */
import { useCallback, useMemo, useState } from "react";
import type { DocumentId } from "../../domain/ids";
import type { Place } from "./layout";

export type LeftPlace = Place & {
  documentId: DocumentId;
  /** its running number in the pack, for the chip */
  packPage: string;
};

export type WaysBack = {
  last: LeftPlace | null;
  push(place: LeftPlace): void;
  /** takes the newest off */
  pop(): void;
};

const mostKept = 20;

export function useWaysBack(): WaysBack {
  const [left, setLeft] = useState<readonly LeftPlace[]>([]);
  const push = useCallback(
    (place: LeftPlace) => setLeft((before) => [...before, place].slice(-mostKept)),
    [],
  );
  const pop = useCallback(() => setLeft((before) => before.slice(0, -1)), []);
  return useMemo(() => ({ last: left.at(-1) ?? null, push, pop }), [left, push, pop]);
}

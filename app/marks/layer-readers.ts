/** Who may see what is written into a layer of the paper that is being read; asked of the server when it is needed. */
import { useEffect, useState } from "react";
import { z } from "zod";
import { PersonId } from "../../domain/ids";
import { useReader } from "../reader/reader-context";
import type { MarkPlace } from "./marks-store";

const Readers = z.object({ people: z.array(z.object({ personId: PersonId, name: z.string() })) });

export type LayerReaders =
  | { state: "asking" | "failed" }
  | { state: "known"; people: z.infer<typeof Readers>["people"] };

export function useLayerReaders({ layer, owner }: MarkPlace): LayerReaders {
  const { meetingId, paper } = useReader();
  const { documentId } = paper;
  const [readers, setReaders] = useState<LayerReaders>({ state: "asking" });
  useEffect(() => {
    const asking = new AbortController();
    setReaders({ state: "asking" });
    if (layer === "private") {
      setReaders({ state: "known", people: [] });
      return;
    }
    const of = layer === "office" && owner !== undefined ? `&of=${owner}` : "";
    fetch(`/meetings/${meetingId}/papers/${documentId}/readers?layer=${layer}${of}`, {
      signal: asking.signal,
    })
      .then(async (response) => {
        const read = response.ok ? Readers.safeParse(await response.json()) : null;
        setReaders(
          read?.success ? { state: "known", people: read.data.people } : { state: "failed" },
        );
      })
      .catch(() => {
        if (!asking.signal.aborted) setReaders({ state: "failed" });
      });
    return () => asking.abort();
  }, [meetingId, documentId, layer, owner]);
  return readers;
}

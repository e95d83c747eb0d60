import { useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { useReader } from "../reader/reader-context";
import { notesPanel, useTooling } from "./tooling";

/** `?notes=mentioned`: the address leads to what was said to the reader. */
export function useCalledNotes(): void {
  const [asked] = useSearchParams();
  const { showPanel } = useReader();
  const { narrow } = useTooling();
  const isCalled = asked.get("notes") === "mentioned";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per address, whatever is drawn anew meanwhile
  useEffect(() => {
    if (!isCalled) return;
    narrow({ which: "mentioned" });
    showPanel(notesPanel);
  }, [isCalled]);
}

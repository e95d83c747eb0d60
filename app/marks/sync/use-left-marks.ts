import { useEffect } from "react";
import type { PersonId } from "../../../domain/ids";
import { tabConnection } from "../../live/tab.client";

/**
 * What this person wrote while cut off leaves with the next line, on whichever page of a meeting that is: its paper
 * need not be opened again. What sends it is fetched only where something waits.
 */
export function useLeftMarks(me: PersonId): void {
  useEffect(
    () =>
      tabConnection().onConnected(() => {
        sendIfAny(me).catch((error: unknown) =>
          console.error("What waits on this device could not be sent.", error),
        );
      }),
    [me],
  );
}

async function sendIfAny(me: PersonId): Promise<void> {
  const { sealedLogNames } = await import("../../offline/sealed-log.client");
  // where the device keeps nothing at all (private browsing of some browsers), nothing waits either
  const names = await sealedLogNames().catch((): string[] => []);
  if (names.length === 0) return;
  const { sendLeft } = await import("./left-marks.client");
  await sendLeft(me);
}

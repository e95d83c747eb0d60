import { useTranslations } from "use-intl";
import { instantOf } from "../../domain/text";
import type { ConnectionState } from "../live/connection";
import { useBodyTime } from "../messages/body-time";

/** What a page has besides that the server filled. */
export const fromServer: { keptMs: number | null } = { keptMs: null };

/**
 * Of when a page is that was filled from this device, as a line for its screen: what it says of a meeting was so then.
 * Null where the server filled it, and as soon as the server is heard.
 * @param keptMs when the pack was downloaded; null: it is the server's own page
 */
export function useAsOf(
  keptMs: number | null,
  connection: ConnectionState,
  timeZone: string,
): string | null {
  const t = useTranslations("offline");
  const { recent } = useBodyTime(timeZone);
  const isHeard = connection === "online" || connection === "slow";
  if (keptMs === null || isHeard) return null;
  return t("asOf", { time: recent(instantOf(new Date(keptMs))) });
}

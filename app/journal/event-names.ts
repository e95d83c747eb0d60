import { useTranslations } from "use-intl";
import type { EventType } from "../../domain/events";

/** What people call an event. Typed over the union: an event without a name does not compile. */
export function useEventName(): (type: EventType) => string {
  const t = useTranslations("journal");
  return (type) => t(`events.${type}`);
}

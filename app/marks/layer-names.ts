import { useTranslations } from "use-intl";
import { useMarkWords } from "./mark-words";
import type { MarkPlace } from "./marks-store";
import { useOffices } from "./use-store";

/** What a layer is called; an office's by its member as soon as there are several to confuse. */
export function useLayerNames(): (place: MarkPlace) => string {
  const t = useTranslations("marks");
  const { authorOf } = useMarkWords();
  const isOneOfSeveral = useOffices().length > 1;
  return ({ layer, owner }) =>
    layer === "office" && owner !== undefined && isOneOfSeveral
      ? t("officeOf", { name: authorOf(owner) })
      : t(`layer.${layer}`);
}

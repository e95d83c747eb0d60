import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "../ui";
import { layerIcons } from "./colour-bar";
import { useMarkDesk } from "./mark-desk";
import { useTooling } from "./tooling";
import { useOwnLayers } from "./use-store";

/** One row per layer: who sees it, how many marks it holds, and whether it lies over the paper now. */
export function LayerRows() {
  const t = useTranslations("marks");
  const layers = useOwnLayers();
  const { all } = useMarkDesk();
  const { shown, show } = useTooling();
  const counts = useMemo(() => {
    const numbers = { private: 0, office: 0, shared: 0 };
    for (const { stored } of all) numbers[stored.layer] += 1;
    return numbers;
  }, [all]);
  return (
    <fieldset
      aria-label={t("layers")}
      className="min-w-0 shrink-0 border-b border-border px-5 py-1"
    >
      {layers.map((layer) => {
        const Icon = layerIcons[layer];
        const count = counts[layer];
        return (
          <Switch
            key={layer}
            label={t("showLayer", { layer: t(`layer.${layer}`), count })}
            isSelected={shown.has(layer)}
            onChange={(isShown) => show(layer, isShown)}
          >
            <Icon aria-hidden className="size-5 shrink-0 text-primary" />
            <span className="min-w-0 flex-1 py-0.5">
              <span className="block text-label font-[650]">{t(`layer.${layer}`)}</span>
              <span className="block truncate text-caption font-[400] text-muted">
                {t(`layerSeenBy.${layer}`)}
              </span>
            </span>
            <span className="text-label tabular-nums">{count}</span>
          </Switch>
        );
      })}
    </fieldset>
  );
}

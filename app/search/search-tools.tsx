import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../ui";
import { isSamePlace, placeOf } from "./findings";
import { useSearch } from "./use-search";

/** Opens the search; while it is on, which hit one stands at and the ways to its neighbours. */
export function SearchTools() {
  const t = useTranslations("search");
  const { state, answer, findings, step, open, close } = useSearch();
  const { mode, current } = state;
  const isOn = mode !== "closed";
  const at = findings.findIndex((finding) => isSamePlace(placeOf(finding), current));
  const count = answer?.count ?? 0;
  return (
    <div className="flex items-center">
      <IconButton
        icon={Search}
        label={t("open")}
        pressed={isOn}
        onPress={mode === "list" ? close : open}
      />
      {isOn && count > 0 && (
        <>
          <span role="status" className="px-1 text-small whitespace-nowrap text-ink tabular-nums">
            {at >= 0 ? t("position", { n: at + 1, count }) : t("hits", { n: count })}
          </span>
          <IconButton icon={ChevronUp} label={t("previous")} onPress={() => step(-1)} />
          <IconButton icon={ChevronDown} label={t("next")} onPress={() => step(1)} />
        </>
      )}
      {mode === "hits" && <IconButton icon={X} label={t("close")} onPress={close} />}
    </div>
  );
}

import { ListFilter } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReader } from "../reader/reader-context";
import { classes, IconButton, PlainButton, PopoverOf, part } from "../ui";
import { isFiltered, isOpen, type ListedThread, mentions, type NotesFilter } from "./filter";
import { useTooling } from "./tooling";

const filterFields = part(() => import("./filter-fields"));

/** All, unresolved, mine; behind the funnel: by author, colour and kind. */
export function FilterRow({ listed }: { listed: readonly ListedThread[] }) {
  const t = useTranslations("marks");
  const { filter, narrow } = useTooling();
  const { me } = useReader();
  const mentioning = listed.filter((each) => mentions(each, me)).length;
  const chips: readonly (readonly [NotesFilter["which"], number])[] = [
    ["all", listed.length],
    ["unresolved", listed.filter(({ thread }) => isOpen(thread)).length],
    ...(mentioning > 0 || filter.which === "mentioned"
      ? ([["mentioned", mentioning]] as const)
      : []),
  ];
  const isOn = isFiltered(filter);
  return (
    <div className="flex shrink-0 items-start gap-1 border-b border-border py-2 ps-4 pe-2">
      <div className="flex min-w-0 flex-1 flex-wrap gap-2">
        {chips.map(([which, count]) => (
          <PlainButton
            key={which}
            pressed={filter.which === which}
            onPress={() => narrow({ which })}
            className={classes(
              "flex min-h-11 items-center gap-1.5 rounded-full border px-3 text-small font-[600] whitespace-nowrap",
              filter.which === which
                ? "border-primary-soft bg-primary-soft text-on-primary-soft"
                : "border-border-strong bg-surface text-ink",
            )}
          >
            {t(`which.${which}`)} <b className="font-[700] tabular-nums">{count}</b>
          </PlainButton>
        ))}
      </div>
      <PopoverOf
        part={filterFields}
        label={t("filter")}
        trigger={
          <IconButton icon={ListFilter} label={t(isOn ? "filterOn" : "filter")} pressed={isOn} />
        }
      >
        {({ FilterFields }) => <FilterFields listed={listed} />}
      </PopoverOf>
    </div>
  );
}

import { ListFilter } from "lucide-react";
import { useTranslations } from "use-intl";
import { markColours } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { Button, classes, IconButton, PlainButton, Popover, Select } from "../ui";
import {
  authorsIn,
  everyNote,
  isFiltered,
  isOpen,
  type ListedThread,
  mentions,
  type NotesFilter,
} from "./filter";
import { useMarkWords } from "./mark-words";
import { useTooling } from "./tooling";

const anything = "any";
const kinds = ["highlight", "underline", "strike", "ink", "note"] as const;

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
      <Popover
        label={t("filter")}
        trigger={
          <IconButton icon={ListFilter} label={t(isOn ? "filterOn" : "filter")} pressed={isOn} />
        }
      >
        <FilterFields listed={listed} />
      </Popover>
    </div>
  );
}

function FilterFields({ listed }: { listed: readonly ListedThread[] }) {
  const t = useTranslations("marks");
  const { filter, narrow } = useTooling();
  const { authorOf } = useMarkWords();
  const { me } = useReader();
  const authors = authorsIn(listed);
  const colours = [...markColours, "ink"] as const;
  return (
    <div className="grid gap-3">
      <Select
        label={t("filterAuthor")}
        value={filter.author ?? anything}
        choices={[
          { value: anything, label: t("filterAnyone") },
          ...authors.map((author) => ({
            value: author,
            label: author === me ? t("mine") : authorOf(author),
          })),
        ]}
        onChange={(value) => narrow({ author: authors.find((each) => each === value) ?? null })}
      />
      <Select
        label={t("filterColour")}
        value={filter.colour ?? anything}
        choices={[
          { value: anything, label: t("filterAnyColour") },
          ...colours.map((colour) => ({ value: colour, label: t(`colour.${colour}`) })),
        ]}
        onChange={(value) => narrow({ colour: colours.find((each) => each === value) ?? null })}
      />
      <Select
        label={t("filterKind")}
        value={filter.kind ?? anything}
        choices={[
          { value: anything, label: t("filterAnyKind") },
          ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
        onChange={(value) => narrow({ kind: kinds.find((each) => each === value) ?? null })}
      />
      <Button size="40" wide isDisabled={!isFiltered(filter)} onPress={() => narrow(everyNote)}>
        {t("clearFilter")}
      </Button>
    </div>
  );
}

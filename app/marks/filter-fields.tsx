import { useTranslations } from "use-intl";
import { markColours } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { Button, Select } from "../ui";
import { authorsIn, everyNote, isFiltered, type ListedThread } from "./filter";
import { useMarkWords } from "./mark-words";
import { useTooling } from "./tooling";

const anything = "any";
const kinds = ["highlight", "underline", "strike", "ink", "note"] as const;

/** Behind the funnel: by author, colour and kind. */
export function FilterFields({ listed }: { listed: readonly ListedThread[] }) {
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

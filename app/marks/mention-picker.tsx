import { AtSign, Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { useReader } from "../reader/reader-context";
import { IconButton, Menu } from "../ui";
import { useLayerReaders } from "./layer-readers";
import type { MarkPlace } from "./marks-store";

/** Names people in a remark: only those who may see the layer, so that nobody is called to what is not there for them. */
export function MentionPicker({
  place,
  chosen,
  onChange,
}: {
  place: MarkPlace;
  chosen: readonly PersonId[];
  onChange: (chosen: readonly PersonId[]) => void;
}) {
  const t = useTranslations("marks");
  const { me } = useReader();
  const readers = useLayerReaders(place);
  if (readers.state !== "known") return null;
  const people = readers.people.filter(({ personId }) => personId !== me);
  if (people.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1">
      {chosen.length > 0 && (
        <span className="text-caption text-muted">
          {t("mentioned", {
            names: people
              .filter(({ personId }) => chosen.includes(personId))
              .map(({ name }) => name)
              .join(", "),
          })}
        </span>
      )}
      <Menu
        label={t("mention")}
        trigger={<IconButton icon={AtSign} label={t("mention")} />}
        entries={people.map(({ personId, name }) => ({
          id: personId,
          label: name,
          ...(chosen.includes(personId) ? { icon: Check } : {}),
          onAction: () =>
            onChange(
              chosen.includes(personId)
                ? chosen.filter((each) => each !== personId)
                : [...chosen, personId],
            ),
        }))}
      />
    </div>
  );
}

import { useTranslations } from "use-intl";
import type { ItemContent } from "../../domain/agenda";
import type { BodyView } from "../../server/cabinet";
import { useText } from "../messages/text";
import { Checkbox, NumberField, Select, TextArea, TextField } from "../ui";

const purposes = ["inform", "discuss", "give_opinion", "decide", "choose_option"] as const;
const treatments = ["debate", "without_debate"] as const;
const none = "-";

/** The fields of an agenda item. */
export function ItemFields(props: {
  content: ItemContent;
  body: BodyView | null;
  isLocked: boolean;
  titleError: string | undefined;
  onChange: (content: ItemContent) => void;
}) {
  const { content, body, isLocked, titleError, onChange } = props;
  const t = useTranslations();
  const text = useText();
  const set = (part: Partial<ItemContent>) => onChange({ ...content, ...part });
  const agencies = (body?.agencies ?? []).filter(({ to }) => to === null);
  return (
    <fieldset disabled={isLocked} className="mt-1 grid min-w-0 gap-3">
      <TextArea
        label={t("builder.itemTitle")}
        rows={2}
        value={content.title.vi}
        onChange={(vi) => set({ title: { ...content.title, vi } })}
        maxLength={500}
        isRequired
        isDisabled={isLocked}
        error={titleError}
      />
      <TextField
        label={`${t("builder.itemTitleEn")} (${t("ui.optional")})`}
        value={content.title.en}
        onChange={(en) => set({ title: { ...content.title, en } })}
        maxLength={500}
        isDisabled={isLocked}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t("agenda.leadAgency")}
          isDisabled={isLocked}
          value={content.leadAgency ?? none}
          onChange={(code) => set({ leadAgency: code === none ? null : code })}
          choices={[
            { value: none, label: t("ui.none") },
            ...agencies.map(({ code, name }) => ({ value: code, label: text(name), detail: code })),
          ]}
        />
        <TextField
          label={t("builder.presenter")}
          value={content.presenter?.name ?? ""}
          onChange={(name) => {
            const known = body?.people.find((person) => person.name === name.trim());
            set({
              presenter: name === "" ? null : { personId: known?.personId ?? null, name },
            });
          }}
          maxLength={120}
          isDisabled={isLocked}
        />
        <Select
          label={t("builder.purpose")}
          isDisabled={isLocked}
          value={content.purpose}
          onChange={(purpose) => set({ purpose })}
          choices={purposes.map((value) => ({ value, label: t(`agenda.purpose.${value}`) }))}
        />
        <Select
          label={t("builder.treatment")}
          isDisabled={isLocked}
          value={content.treatment}
          onChange={(treatment) => set({ treatment })}
          choices={treatments.map((value) => ({ value, label: t(`agenda.treatment.${value}`) }))}
        />
        <NumberField
          label={t("builder.minutes")}
          isDisabled={isLocked}
          value={content.minutes}
          minValue={0}
          maxValue={600}
          step={5}
          onChange={(minutes) => {
            if (Number.isInteger(minutes)) set({ minutes });
          }}
        />
        <Select
          label={t("builder.grade")}
          isDisabled={isLocked}
          value={content.grade ?? none}
          onChange={(grade) => set({ grade: grade === none ? null : grade })}
          choices={[
            { value: none, label: t("documents.ungraded") },
            ...(body?.rules.grades ?? []).map(({ code, name }) => ({
              value: code,
              label: text(name),
            })),
          ]}
        />
      </div>
      <div className="grid sm:grid-cols-2">
        <Checkbox
          isSelected={content.closed}
          isDisabled={isLocked}
          onChange={(closed) => set({ closed })}
        >
          {t("agenda.closedSitting")}
        </Checkbox>
        <Checkbox
          isSelected={content.openToObservers}
          isDisabled={isLocked}
          onChange={(openToObservers) => set({ openToObservers })}
        >
          {t("builder.observers")}
        </Checkbox>
      </div>
    </fieldset>
  );
}

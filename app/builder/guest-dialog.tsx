import { useState } from "react";
import { useTranslations } from "use-intl";
import { InvitationId, type ItemId, type PersonId } from "../../domain/ids";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import type { Act } from "../acts";
import { mainItems, useItemTitle } from "../agenda";
import { Checkbox, Dialog, RadioCards, Select, TextField } from "../ui";

const capacities = ["rapporteur", "invitee", "observer"] as const;

/** Asks a guest: as what, and for the whole meeting or for single items. */
export function GuestDialog(props: {
  view: MeetingView;
  office: OfficeView;
  act: Act;
  people: readonly { personId: PersonId; name: string }[];
  onClose: () => void;
}) {
  const { view, office, act, people, onClose } = props;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const asked = new Set(office.participants.map(({ personId }) => personId));
  const free = people.filter(({ personId }) => !asked.has(personId));
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [title, setTitle] = useState("");
  const [capacity, setCapacity] = useState<(typeof capacities)[number]>("invitee");
  const [scope, setScope] = useState<"all" | "items">("all");
  const [items, setItems] = useState<readonly ItemId[]>([]);
  const [isAsked, setAsked] = useState(false);
  const guest = free.find(({ personId }) => personId === chosen);
  const add = async () => {
    setAsked(true);
    if (guest === undefined || title.trim() === "") return;
    if (scope === "items" && items.length === 0) return;
    const done = await act.run({
      type: "invitation.add",
      meetingId: view.shared.meetingId,
      invitationId: InvitationId.parse(crypto.randomUUID()),
      personId: guest.personId,
      name: guest.name,
      title: { vi: title, en: "" },
      capacity,
      items: scope === "all" ? "all" : [...items],
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t("builder.addGuest")}
      isOpen
      onClose={onClose}
      confirm={{
        label: t("builder.addGuest"),
        isPending: act.underWay === "invitation.add",
        onPress: add,
      }}
    >
      <div className="grid gap-4">
        <Select
          label={t("attendance.name")}
          value={chosen}
          onChange={setChosen}
          choices={free.map(({ personId, name }) => ({ value: personId, label: name }))}
          error={isAsked && guest === undefined ? t("ui.needed") : undefined}
        />
        <TextField
          label={t("attendance.personTitle")}
          value={title}
          onChange={setTitle}
          maxLength={200}
          isRequired
          error={isAsked && title.trim() === "" ? t("ui.needed") : undefined}
        />
        <Select
          label={t("builder.capacity")}
          value={capacity}
          onChange={setCapacity}
          choices={capacities.map((value) => ({ value, label: t(`attendance.capacity.${value}`) }))}
        />
        <RadioCards
          label={t("builder.scope")}
          columns={2}
          value={scope}
          onChange={setScope}
          choices={[
            { value: "all", label: t("builder.scopeAll") },
            { value: "items", label: t("builder.scopeItems") },
          ]}
        />
        {scope === "items" && (
          <fieldset>
            <legend className="sr-only">{t("builder.scopeItems")}</legend>
            {mainItems(office.items).map((item) => (
              <Checkbox
                key={item.itemId}
                isSelected={items.includes(item.itemId)}
                onChange={(isChosen) =>
                  setItems(
                    isChosen
                      ? [...items, item.itemId]
                      : items.filter((itemId) => itemId !== item.itemId),
                  )
                }
              >
                {item.number}. {titleOf(item)}
              </Checkbox>
            ))}
            {isAsked && items.length === 0 && (
              <p className="text-small text-on-danger-soft">{t("ui.needed")}</p>
            )}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}

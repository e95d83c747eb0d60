import { useState } from "react";
import { useTranslations } from "use-intl";
import { InvitationId, type PersonId } from "../../domain/ids";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import type { Act } from "../acts";
import { Dialog, Select, TextArea, TextField } from "../ui";
import type { Invitable } from "./invitable";

/** Names who sits for a member: may speak, does not vote. */
export function SubstituteDialog(props: {
  person: OfficeView["participants"][number];
  view: MeetingView;
  act: Act;
  people: readonly Invitable[];
  onClose: () => void;
}) {
  const { person, view, act, people, onClose } = props;
  const t = useTranslations();
  const seated = new Set(view.shared.seats.map(({ personId }) => personId));
  const free = people.filter(({ personId }) => !seated.has(personId));
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const missing = (value: string) => (isAsked && value.trim() === "" ? t("ui.needed") : undefined);
  const substitute = free.find(({ personId }) => personId === chosen);
  const name = async () => {
    setAsked(true);
    if (substitute === undefined || title.trim() === "" || reason.trim() === "") return;
    const done = await act.run({
      type: "invitation.name_substitute",
      meetingId: view.shared.meetingId,
      invitationId: person.invitationId,
      substitute: {
        invitationId: InvitationId.parse(crypto.randomUUID()),
        personId: substitute.personId,
        name: substitute.name,
        title: { vi: title, en: "" },
      },
      reason,
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t("attendance.substitute")}
      isOpen
      onClose={onClose}
      confirm={{
        label: t("attendance.substitute"),
        isPending: act.underWay === "invitation.name_substitute",
        onPress: name,
      }}
    >
      <div className="grid gap-4">
        <p className="text-muted">
          {person.name}. {t("attendance.substituteNote")}.
        </p>
        <Select
          label={t("attendance.name")}
          value={chosen}
          onChange={setChosen}
          choices={free.map(({ personId, name: label }) => ({ value: personId, label }))}
          error={isAsked && substitute === undefined ? t("ui.needed") : undefined}
        />
        <TextField
          label={t("attendance.personTitle")}
          value={title}
          onChange={setTitle}
          maxLength={200}
          isRequired
          error={missing(title)}
        />
        <TextArea
          label={t("attendance.requestReason")}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired
          error={missing(reason)}
        />
      </div>
    </Dialog>
  );
}

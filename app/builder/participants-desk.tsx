import { Trash2, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import type { BodyView } from "../../server/cabinet";
import { type Act, mayNow } from "../acts";
import { useText } from "../messages/text";
import { Button, Card, CardHeader, Counter, EmptyFace, IconButton } from "../ui";
import { GuestDialog } from "./guest-dialog";

type Participant = OfficeView["participants"][number];

/** Who is asked: the members by their seats, and guests for the whole meeting or for single items. */
export function ParticipantsDesk(props: {
  view: MeetingView;
  office: OfficeView;
  act: Act;
  body: BodyView | null;
}) {
  const { view, office, act, body } = props;
  const { meetingId } = view.shared;
  const t = useTranslations();
  const [isAdding, setAdding] = useState(false);
  const members = office.participants.filter(({ capacity }) => capacity === "member");
  const guests = office.participants.filter(({ capacity }) => capacity !== "member");
  const mayAdd = mayNow(view, "invitation.add");
  return (
    <div className="grid items-start gap-3 p-3 min-[900px]:grid-cols-2">
      <Card>
        <CardHeader title={t("attendance.members")} aside={<Counter>{members.length}</Counter>} />
        <ul>
          {members.map((person) => (
            <ParticipantRow key={person.invitationId} person={person} office={office} />
          ))}
        </ul>
      </Card>
      <Card>
        <CardHeader
          title={t("attendance.guests")}
          aside={
            mayAdd ? (
              <Button size="40" icon={UserPlus} onPress={() => setAdding(true)}>
                {t("builder.addGuest")}
              </Button>
            ) : (
              <Counter>{guests.length}</Counter>
            )
          }
        />
        {guests.length === 0 && <EmptyFace title={t("builder.noGuests")} />}
        <ul>
          {guests.map((person) => (
            <ParticipantRow
              key={person.invitationId}
              person={person}
              office={office}
              onRemove={
                mayNow(view, "invitation.remove") && person.capacity !== "substitute"
                  ? () =>
                      void act.run({
                        type: "invitation.remove",
                        meetingId,
                        invitationId: person.invitationId,
                      })
                  : undefined
              }
            />
          ))}
        </ul>
      </Card>
      {isAdding && (
        <GuestDialog
          view={view}
          office={office}
          act={act}
          people={body?.people ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

function ParticipantRow(props: {
  person: Participant;
  office: OfficeView;
  onRemove?: (() => void) | undefined;
}) {
  const { person, office, onRemove } = props;
  const t = useTranslations();
  const text = useText();
  const numbers =
    person.items === "all"
      ? null
      : office.items
          .filter(({ itemId }) => person.items !== "all" && person.items.includes(itemId))
          .map(({ number }) => number)
          .join(", ");
  return (
    <li className="flex min-h-15 items-center gap-3 border-b border-border px-5 py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="text-label">{person.name}</p>
        <p className="text-caption font-[400] text-muted">
          {text(person.title)}
          {person.capacity !== "member" && ` · ${t(`attendance.capacity.${person.capacity}`)}`}
          {numbers !== null && ` · ${t("agenda.item", { n: numbers })}`}
        </p>
      </div>
      <span className="text-caption text-muted">
        {t(`attendance.invitation.${person.invitation.state}`)}
      </span>
      {onRemove !== undefined && (
        <IconButton icon={Trash2} label={`${t("ui.remove")}: ${person.name}`} onPress={onRemove} />
      )}
    </li>
  );
}

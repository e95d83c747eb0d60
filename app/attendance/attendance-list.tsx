import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import type { Act } from "../acts";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { lookOf, SeatSign } from "../seats";
import { Button, Counter, classes, EmptyFace, PlainButton, TextField } from "../ui";
import { folded, type Invitable } from "./invitable";
import { PersonActs } from "./person-acts";

type Participant = OfficeView["participants"][number];

/** Everybody on the list, those to be checked in on top. */
export function AttendanceList(props: {
  view: MeetingView;
  act: Act;
  people: readonly Invitable[];
  selected: PersonId | null;
  onSelect: (personId: PersonId) => void;
}) {
  const { view, act, people, selected, onSelect } = props;
  const t = useTranslations("attendance");
  const [sought, setSought] = useState("");
  const orders = new Map(view.shared.seats.map((seat) => [seat.personId, seat.order]));
  const orderOf = ({ personId }: Participant) => orders.get(personId) ?? Number.MAX_SAFE_INTEGER;
  const all = [...(view.shared.office?.participants ?? [])]
    .filter(({ name }) => folded(name).includes(folded(sought.trim())))
    .sort((a, b) => orderOf(a) - orderOf(b));
  const isHere = ({ presence }: Participant) =>
    presence.state === "room" || presence.state === "remote";
  const groups = [
    { title: t("notChecked"), rows: all.filter((person) => !isHere(person)) },
    { title: t("checked"), rows: all.filter(isHere) },
  ];
  return (
    <aside
      aria-label={t("title")}
      className="flex shrink-0 flex-col border-border bg-surface min-[1000px]:landscape:w-90 min-[1000px]:landscape:border-s"
    >
      <div className="relative border-b border-border p-4">
        <TextField
          label={t("find")}
          hideLabel
          placeholder={t("find")}
          value={sought}
          onChange={setSought}
          inside={<Search aria-hidden className="me-3 size-5 text-muted" />}
        />
      </div>
      <div className="min-h-0 flex-1 min-[1000px]:landscape:overflow-y-auto">
        {all.length === 0 && <EmptyFace title={t("noMatch")} />}
        {groups.map(
          ({ title, rows }) =>
            rows.length > 0 && (
              <section key={title}>
                <h2 className="flex items-center justify-between border-b border-border px-4 py-2.5 text-body font-[650]">
                  {title}
                  <Counter>{rows.length}</Counter>
                </h2>
                <ul>
                  {rows.map((person) => (
                    <PersonRow
                      key={person.invitationId}
                      person={person}
                      order={orders.get(person.personId) ?? null}
                      isSelected={person.personId === selected}
                      view={view}
                      act={act}
                      people={people}
                      onSelect={() => onSelect(person.personId)}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </aside>
  );
}

function PersonRow(props: {
  person: Participant;
  order: number | null;
  isSelected: boolean;
  view: MeetingView;
  act: Act;
  people: readonly Invitable[];
  onSelect: () => void;
}) {
  const { person, order, isSelected, view, act, people, onSelect } = props;
  const t = useTranslations("attendance");
  const text = useText();
  const { time } = useBodyTime(view.shared.timeZone);
  const { presence, invitation } = person;
  const isHere = presence.state === "room" || presence.state === "remote";
  const state =
    presence.state === "expected"
      ? t(`invitation.${invitation.state}`)
      : t(`presence.${presence.state}`);
  return (
    <li className={classes("border-b border-border", isSelected && "current bg-primary-soft")}>
      <div className="flex min-h-15 items-center gap-2 pe-4">
        <PlainButton
          onPress={onSelect}
          pressed={isSelected}
          className="flex min-h-15 min-w-0 flex-1 items-center gap-3 py-2 ps-4 text-start -outline-offset-2"
        >
          <span className="w-6 shrink-0 text-end text-small text-muted tabular-nums">{order}</span>
          <SeatSign look={lookOf({ presence, invitation: invitation.state })} />
          <span className="min-w-0">
            <span className="block text-label">{person.name}</span>
            <span className="block text-caption font-[400] text-muted">
              {person.capacity === "member"
                ? state
                : `${t(`capacity.${person.capacity}`)} · ${state}`}
            </span>
          </span>
        </PlainButton>
        {presence.state !== "expected" && (
          <span className="text-small text-muted tabular-nums">{time(presence.at)}</span>
        )}
        {!isHere && !isSelected && (
          <Button
            size="40"
            label={`${t("checkIn")}: ${person.name}`}
            isDisabled={!act.isConnected}
            onPress={() =>
              act.run({
                type: "presence.record",
                meetingId: view.shared.meetingId,
                invitationId: person.invitationId,
                where: "room",
              })
            }
          >
            {t("checkIn")}
          </Button>
        )}
      </div>
      {isSelected && (
        <div className="grid gap-2 px-4 pb-3">
          <p className="text-small text-muted">{text(person.title)}</p>
          {"reason" in invitation && invitation.reason !== "" && (
            <p className="text-small">
              {t("reason")}: {invitation.reason}
            </p>
          )}
          <PersonActs person={person} view={view} act={act} people={people} />
        </div>
      )}
    </li>
  );
}

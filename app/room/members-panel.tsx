import { Vote } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { BallotView, GuestView, SeatView } from "../../domain/meetings";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { lookOf, SeatSign } from "../seats";
import { classes, Tag } from "../ui";

/** Who belongs to the meeting, in protocol order, and who is here. While a ballot is open: who has answered, never how. */
export function MembersPanel(props: {
  seats: readonly SeatView[];
  presiding: PersonId | null;
  openBallot: BallotView | null;
  me: PersonId;
  timeZone: string;
}) {
  const { seats, presiding, openBallot, me } = props;
  const t = useTranslations("attendance");
  const text = useText();
  const { time } = useBodyTime(props.timeZone);
  return (
    <ol aria-label={t("members")}>
      {[...seats]
        .sort((a, b) => a.order - b.order)
        .map((seat) => {
          const isOwn = seat.personId === me;
          const hasAnswered = openBallot?.answered?.includes(seat.personId) ?? false;
          const state = t(`presence.${seat.presence.state}`);
          return (
            <li
              key={seat.membershipId}
              className={classes(
                "flex min-h-15 items-center gap-3 border-b border-border px-4 py-2",
                isOwn && "current bg-primary-soft text-on-primary-soft",
              )}
            >
              <span
                className={classes(
                  "grid size-7 shrink-0 place-items-center rounded-full text-caption tabular-nums",
                  isOwn ? "solid bg-primary font-[700] text-on-solid" : "text-muted",
                )}
              >
                {seat.order}
              </span>
              <div className="min-w-0 flex-1">
                <p className={classes("text-label", isOwn && "font-[700]")}>
                  {seat.name}
                  {seat.personId === presiding && (
                    <span className="ms-2 rounded-1 border border-gold px-1.5 text-caption text-gold">
                      {t("presiding")}
                    </span>
                  )}
                </p>
                <p className="text-caption font-[400] text-muted">
                  {state}
                  {seat.presence.state !== "expected" && ` · ${time(seat.presence.at)}`}
                </p>
                {seat.substitute !== null && (
                  <p className="text-caption text-muted">
                    {t("substituteOf", { name: seat.substitute.name })}
                  </p>
                )}
                <span className="sr-only">{text(seat.title)}</span>
              </div>
              {hasAnswered && (
                <Tag icon={Vote} tone="primary">
                  {t("voted")}
                </Tag>
              )}
              <SeatSign look={lookOf(seat)} />
            </li>
          );
        })}
    </ol>
  );
}

/** Those who are invited, with what they are here for. */
export function GuestsPanel({ guests }: { guests: readonly GuestView[] }) {
  const t = useTranslations("attendance");
  const text = useText();
  return (
    <ul aria-label={t("guests")}>
      {guests.map((guest) => (
        <li
          key={guest.invitationId}
          className="flex min-h-15 items-center gap-3 border-b border-border px-4 py-2"
        >
          <div className="min-w-0 flex-1">
            <p className="text-label">{guest.name}</p>
            <p className="text-caption font-[400] text-muted">
              {t(`capacity.${guest.capacity}`)} · {text(guest.title)}
            </p>
          </div>
          <span className="text-caption text-muted">{t(`presence.${guest.presence.state}`)}</span>
          <SeatSign look={lookOf({ presence: guest.presence, invitation: "sent" })} />
        </li>
      ))}
    </ul>
  );
}

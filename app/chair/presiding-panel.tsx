import { useTranslations } from "use-intl";
import type { MeetingView } from "../../domain/meetings";
import type { Act } from "../acts";
import { Card, Select } from "../ui";

const head = "head";

/** Gives the chair of this meeting to another member, and takes it back. */
export function PresidingPanel({ view, act }: { view: MeetingView; act: Act }) {
  const t = useTranslations("chair");
  const { shared } = view;
  const seats = [...shared.seats].sort((a, b) => a.order - b.order);
  const presiding = seats.find(({ personId }) => personId === shared.presiding);
  return (
    <Card className="px-5 py-3.5">
      <h2 className="text-h2">{t("presiding")}</h2>
      <div className="mt-2">
        <Select
          label={t("presidingNow")}
          help={t("presidingHelp")}
          value={presiding === undefined || presiding.head ? head : presiding.personId}
          choices={seats.map((seat) => ({
            value: seat.head ? head : seat.personId,
            label: seat.name,
          }))}
          onChange={(value) => {
            const seat = seats.find(({ personId }) => personId === value);
            void act.run({
              type: "presiding.assign",
              meetingId: shared.meetingId,
              itemId: null,
              personId: value === head ? null : (seat?.personId ?? null),
            });
          }}
        />
      </div>
    </Card>
  );
}

import { Eye, ListOrdered } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import { useAct } from "../acts";
import { currentItemOf, mainItems } from "../agenda";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { BallotSlot, PresenceChip, SessionStatus } from "../room";
import { MeetingPage, type Surroundings } from "../shell";
import { ButtonLink } from "../ui";
import { AgendaPanel } from "./agenda-panel";
import { BallotPanel } from "./ballot-panel";
import { ChairBar } from "./chair-bar";
import type { Duration } from "./duration";
import { ItemCard } from "./item-card";
import { PresidingPanel } from "./presiding-panel";

/** Runs the meeting: what is being debated, the ballot, the agenda, and one big button for what comes next. */
export function ChairScreen(props: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  nowMs: number | null;
}) {
  const { surroundings, meeting, nowMs } = props;
  const { view } = meeting;
  const { shared, me } = view;
  const t = useTranslations();
  const text = useText();
  const act = useAct(meeting);
  const current = currentItemOf(shared.items);
  const [duration, setDuration] = useState<Duration>("60");
  const [concluding, setConcluding] = useState<ItemId | null>(null);
  return (
    <MeetingPage
      surroundings={surroundings}
      title={text(shared.info.title)}
      detail={[
        current === null
          ? t("agenda.count", { n: String(mainItems(shared.items).length) })
          : t("agenda.itemOf", {
              n: current.number,
              total: String(mainItems(shared.items).length),
            }),
        shared.info.place,
      ]
        .filter((part) => part !== "")
        .join(" · ")}
      back={`/meetings/${shared.meetingId}/room`}
      status={<SessionStatus phase={shared.phase} nowMs={nowMs} />}
      connection={meeting.connection.state}
      acts={
        <>
          <ButtonLink
            to={`/meetings/${shared.meetingId}/room`}
            size="40"
            variant="neutral"
            folds
            icon={Eye}
          >
            {t("titles.room")}
          </ButtonLink>
          <PresenceChip quorum={shared.quorum} />
        </>
      }
    >
      <div className="flex h-full flex-col [container:room/size]">
        <div className="min-h-0 flex-1 overflow-y-auto p-4">
          <div className="mx-auto grid max-w-[1440px] gap-3.5">
            {current !== null && <ItemCard item={current} nowMs={nowMs} shared={shared} />}
            <div className="grid items-start gap-3.5 min-[900px]:grid-cols-[minmax(0,1fr)_384px]">
              <AgendaPanel view={view} act={act} icon={ListOrdered} />
              <div className="grid gap-3.5">
                <BallotPanel
                  meeting={meeting}
                  act={act}
                  current={current}
                  nowMs={nowMs}
                  duration={duration}
                  onDuration={setDuration}
                />
                {me.can.includes("presiding.assign") && <PresidingPanel view={view} act={act} />}
              </div>
            </div>
          </div>
        </div>
        {me.onRoll.length > 0 && <BallotSlot meeting={meeting} nowMs={nowMs} onlyOpen />}
        <ChairBar
          view={view}
          act={act}
          duration={duration}
          concluding={concluding}
          onConcluding={setConcluding}
        />
      </div>
    </MeetingPage>
  );
}

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { useAct } from "../acts";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { SessionStatus } from "../room";
import { countLooks, type SeatLook, SeatMap, SeatSign } from "../seats";
import { MeetingPage, type Surroundings } from "../shell";
import { AttendanceList } from "./attendance-list";
import type { Invitable } from "./invitable";
import { PresenceFigure } from "./presence-figure";

/** The secretariat's sheet: the table of seats, and everybody who has not arrived on top. */
export function AttendanceScreen(props: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  nowMs: number | null;
  /** who can stand in for a member */
  people: readonly Invitable[];
}) {
  const { surroundings, meeting, nowMs, people } = props;
  const { shared, me } = meeting.view;
  const t = useTranslations();
  const text = useText();
  const act = useAct(meeting);
  const [selected, setSelected] = useState<PersonId | null>(null);
  return (
    <MeetingPage
      surroundings={surroundings}
      title={text(shared.info.title)}
      detail={t("attendance.subtitle")}
      back={`/meetings/${shared.meetingId}/room`}
      status={<SessionStatus phase={shared.phase} nowMs={nowMs} />}
      connection={meeting.connection.state}
    >
      <div className="flex h-full flex-col overflow-y-auto min-[1000px]:landscape:flex-row min-[1000px]:landscape:overflow-hidden">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="min-h-0 flex-1 p-2 min-[1000px]:landscape:overflow-y-auto">
            {/* On a phone seats would be smaller than a finger; the list holds the same. */}
            <div className="grid justify-items-center py-4 text-center sm:hidden">
              <PresenceFigure quorum={shared.quorum} />
            </div>
            <div className="max-sm:hidden">
              <SeatMap
                seats={shared.seats}
                presiding={shared.presiding}
                me={me.personId}
                selected={selected}
                onSelect={setSelected}
              >
                <PresenceFigure quorum={shared.quorum} />
              </SeatMap>
            </div>
          </div>
          <Legend counts={countLooks(shared.seats)} />
        </div>
        <AttendanceList
          view={meeting.view}
          act={act}
          people={people}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
    </MeetingPage>
  );
}

const shown = ["invited", "present", "remote", "absent"] as const satisfies readonly SeatLook[];
const legendWords = {
  invited: "attendance.invited",
  present: "attendance.present",
  remote: "attendance.remote",
  absent: "attendance.absent",
} as const;

/** What the pictures mean, with numbers that sum to all seats. */
function Legend({ counts }: { counts: Record<SeatLook, number> }) {
  const t = useTranslations();
  return (
    <dl
      aria-label={t("attendance.legend")}
      className="flex shrink-0 flex-wrap gap-x-6 gap-y-2 border-t border-border bg-surface px-4 py-3 text-small"
    >
      {shown.map((look) => (
        <div key={look} className="flex items-center gap-2">
          <SeatSign look={look} />
          <dt>{t(legendWords[look])}</dt>
          <dd className="font-[650] tabular-nums">{counts[look]}</dd>
        </div>
      ))}
    </dl>
  );
}

import { DoorOpen, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MeetingSummary } from "../../server/cabinet";
import { clockOf, useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { LiveDot } from "../room";
import { ButtonLink } from "../ui";
import { AgendaSegments } from "./agenda-segments";

/** The meeting that sits now: where it is in its agenda, and the way in. */
export function LiveCard({ meeting, nowMs }: { meeting: MeetingSummary; nowMs: number | null }) {
  const t = useTranslations();
  const text = useText();
  const { span, time } = useBodyTime(meeting.timeZone);
  const { info, phase, quorum, items, current } = meeting;
  const next = items.find(({ state }) => state === "planned");
  const counts = {
    present: String(quorum.present),
    total: String(quorum.total),
    min: String(quorum.required),
  };
  return (
    <section
      aria-label={text(info.title)}
      className="current relative grid gap-x-8 gap-y-4 overflow-hidden rounded-2 bg-primary-soft px-6 py-5 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-primary min-[1000px]:landscape:grid-cols-[minmax(0,1fr)_auto] min-[1000px]:landscape:items-end"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-on-primary-soft">
          <span className="flex items-center gap-2 text-label font-[650] text-danger tabular-nums">
            <LiveDot />
            {phase.name === "suspended"
              ? phase.until === null
                ? t("meetings.phase.suspended")
                : t("meetings.suspendedUntil", { time: time(phase.until) })
              : t("meetings.phase.in_session")}
            {phase.name === "in_session" &&
              nowMs !== null &&
              ` ${clockOf(nowMs - Date.parse(phase.openedAt))}`}
          </span>
          <span>
            {[info.place, span(info.startsAt, info.endsAt)]
              .filter((part) => part !== "")
              .join(" · ")}
          </span>
          <span className="flex items-center gap-1.5">
            <Users aria-hidden className="size-4" />
            {t(quorum.quorate ? "meetings.quorumOk" : "meetings.quorumLost", counts)}
          </span>
        </p>
        <h2 className="mt-2 text-[1.25rem] leading-7 font-[650]">{text(info.title)}</h2>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-body">
          {current !== null && (
            <>
              <dt className="text-small leading-6 text-on-primary-soft">{t("today.current")}</dt>
              <dd>
                <strong className="font-[650]">{t("today.item", { n: current.number })}</strong>{" "}
                {text(current.title)}
              </dd>
            </>
          )}
          {next !== undefined && (
            <>
              <dt className="text-small leading-6 text-on-primary-soft">{t("today.next")}</dt>
              <dd>
                <strong className="font-[650]">{t("today.item", { n: next.number })}</strong>{" "}
                {text(next.title)}
              </dd>
            </>
          )}
        </dl>
        <AgendaSegments items={items} />
      </div>
      <ButtonLink
        to={`/meetings/${meeting.meetingId}/room`}
        variant="primary"
        size="64"
        icon={DoorOpen}
        label={`${t("meetings.enter")}: ${text(info.title)}`}
      >
        {t("meetings.enter")}
      </ButtonLink>
    </section>
  );
}

import { useTranslations } from "use-intl";
import type { BallotView } from "../../domain/meetings";
import { clockOf } from "../messages/body-time";
import { useText } from "../messages/text";
import { RingTimer } from "../ui";

/** What is asked, what it takes, how many have answered (never how), and the time that is left. */
export function BallotQuestion({ ballot, nowMs }: { ballot: BallotView; nowMs: number | null }) {
  const t = useTranslations("ballots");
  const text = useText();
  const counts = { k: String(ballot.required), n: String(ballot.entitled) };
  return (
    <div className="flex min-w-0 flex-1 items-center gap-4">
      {ballot.openedAt !== null && ballot.closesAt !== null && (
        <Ring from={ballot.openedAt} to={ballot.closesAt} nowMs={nowMs} />
      )}
      <div className="min-w-0">
        <h2 className="text-bar">{t("title", { question: text(ballot.question) })}</h2>
        <p className="text-small text-muted">
          <span className="block room-narrow:inline">{t("rule", counts)}</span>
          <span className="mx-1.5 hidden room-narrow:inline" aria-hidden>
            ·
          </span>
          {t("open")}
          <span className="mx-1.5" aria-hidden>
            ·
          </span>
          <span className="whitespace-nowrap tabular-nums text-ink">
            {t("progress", { cast: String(ballot.castCount), n: counts.n })}
          </span>
        </p>
        {ballot.despiteQuorum !== null && (
          <p className="text-small text-on-warn-soft">
            {t("despiteQuorum", { reason: ballot.despiteQuorum })}
          </p>
        )}
        {ballot.closesAt === null && <p className="text-caption text-muted">{t("untimed")}</p>}
      </div>
    </div>
  );
}

function Ring({ from, to, nowMs }: { from: string; to: string; nowMs: number | null }) {
  const t = useTranslations("ballots");
  const end = Date.parse(to);
  const whole = end - Date.parse(from);
  const left = nowMs === null ? whole : Math.max(0, end - nowMs);
  const shown = clockOf(Math.ceil(left / 1000) * 1000);
  return (
    <span role="timer" aria-label={t("timeLeft", { time: shown })}>
      <RingTimer text={shown} left={left} whole={whole} size={62} />
    </span>
  );
}

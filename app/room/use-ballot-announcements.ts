import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { BallotView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { useSpeak } from "../shell";

/** When the last seconds are told, once. */
const warnAtSeconds = 10;

/** Says once that a ballot opened, and once that little time is left. */
export function useBallotAnnouncements(ballot: BallotView | null, nowMs: number | null): void {
  const t = useTranslations("ballots");
  const text = useText();
  const { atOnce, politely } = useSpeak();
  const sentence =
    ballot === null
      ? null
      : t("opened", {
          question: text(ballot.question),
          k: String(ballot.required),
          n: String(ballot.entitled),
        });
  const id = ballot?.ballotId;
  useEffect(() => {
    if (id !== undefined && sentence !== null) atOnce(sentence);
  }, [id, sentence, atOnce]);

  const left =
    ballot?.closesAt == null || nowMs === null
      ? Number.POSITIVE_INFINITY
      : (Date.parse(ballot.closesAt) - nowMs) / 1000;
  const isEnding = left > 0 && left <= warnAtSeconds;
  useEffect(() => {
    if (isEnding) politely(t("timeLeftAnnounced", { n: String(warnAtSeconds) }));
  }, [isEnding, politely, t]);
}

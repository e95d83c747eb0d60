import { useTranslations } from "use-intl";
import type { Result } from "../../domain/ballots";
import type { PersonId } from "../../domain/ids";
import type { BallotView } from "../../domain/meetings";
import { ThresholdBar } from "../ballots";
import { ResultSeats } from "../seats";
import { Card } from "../ui";
import { useMajorityWords } from "./majority-words";

/** The table of seats with the number, the bar and the rule inside it. */
export function SeatsCard(props: {
  ballot: BallotView;
  result: Result;
  roll: NonNullable<BallotView["roll"]>;
  me: PersonId;
}) {
  const { ballot, result, roll, me } = props;
  const t = useTranslations("ballots");
  const majority = useMajorityWords();
  const n = String(ballot.entitled);
  const tieBreaker = roll.find(({ order }) => order === 1)?.name ?? "";
  return (
    <Card className="p-3 print:mx-auto print:w-130 print:[zoom:0.7]">
      <ResultSeats seats={roll} me={me}>
        <p className="tabular-nums">
          <span className="text-figure">{result.tally.yes}</span>
          <span className="text-h1 text-muted">/{n}</span>
        </p>
        <p className="text-body text-muted">{t("inFavour")}</p>
        <div className="mt-1 w-full">
          <ThresholdBar tally={result.tally} required={ballot.required} />
        </div>
        <p className="text-label">{t("ruleShort", { k: String(ballot.required), n })}</p>
        <p className="mt-2 text-small text-muted">{majority(ballot.rule)}</p>
        {result.tie !== null && (
          <p className="mt-1 text-small text-on-warn-soft">
            {t(`tie.${result.tie}`, { name: tieBreaker })}
          </p>
        )}
      </ResultSeats>
    </Card>
  );
}

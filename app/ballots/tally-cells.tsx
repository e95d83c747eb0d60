import { useTranslations } from "use-intl";
import type { Tally } from "../../domain/ballots";
import type { AnswerWording } from "../../domain/bodies";
import { useText } from "../messages/text";
import { shownOrder } from "./threshold";
import { VoteMark } from "./vote-mark";

/** The words of the body for an answer, or ours for the row that is no answer. */
export function useAnswerWords(answers: readonly AnswerWording[]): (of: keyof Tally) => string {
  const t = useTranslations("ballots");
  const text = useText();
  return (of) => {
    const wording = answers.find(({ meaning }) => meaning === of);
    return wording === undefined ? t(`meaning.${of}`) : text(wording.label);
  };
}

export function TallyCells({
  tally,
  answers,
}: {
  tally: Tally;
  answers: readonly AnswerWording[];
}) {
  const words = useAnswerWords(answers);
  return (
    <div className="@container">
      <dl className="grid grid-cols-2 gap-2 @min-[460px]:grid-cols-4">
        {shownOrder.map((of) => (
          <div key={of} className="flex flex-col-reverse rounded-2 border border-border px-3 py-2">
            <dt className="text-caption font-[400] text-ink">{words(of)}</dt>
            <dd className="flex items-center gap-2 text-h1 tabular-nums">
              <VoteMark of={of} />
              {tally[of]}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

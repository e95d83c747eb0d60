import { useTranslations } from "use-intl";
import type { AnswerMeaning, AnswerWording } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import { classes } from "../ui";
import { useAnswerWords } from "./tally-cells";
import { VoteMark } from "./vote-mark";

export type NamedVote = {
  personId: PersonId;
  name: string;
  order: number;
  answer: AnswerMeaning | null;
};

const wordColours = {
  yes: "text-on-approve-soft",
  no: "text-on-reject-soft",
  abstain: "text-on-abstain-soft",
  not_answered: "text-muted",
} as const;

/** Who voted how, in protocol order; rows of 38 px in two columns, so that 27 fit without scrolling. */
export function NamedList({
  votes,
  answers,
  me,
}: {
  votes: readonly NamedVote[];
  answers: readonly AnswerWording[];
  me: PersonId;
}) {
  const t = useTranslations("results");
  const words = useAnswerWords(answers);
  const rows = [...votes].sort((a, b) => a.order - b.order);
  return (
    <ol aria-label={t("namedList")} className="gap-x-3 sm:columns-2 [&>li]:break-inside-avoid">
      {rows.map((vote) => {
        const of = vote.answer ?? "not_answered";
        const isOwn = vote.personId === me;
        return (
          <li
            key={vote.personId}
            className={classes(
              "flex min-h-9.5 print:min-h-6 items-center gap-1.5 border-b border-border px-1 text-small",
              isOwn && "current rounded-1 bg-primary-soft font-[700] text-on-primary-soft",
            )}
          >
            <span className="w-6 shrink-0 text-end tabular-nums text-muted">{vote.order}</span>
            <span className="min-w-0 flex-1 truncate">
              {vote.name}
              {isOwn && <span className="sr-only"> {t("own")}</span>}
            </span>
            <span className={classes("shrink-0 text-caption", wordColours[of])}>{words(of)}</span>
            <VoteMark of={of} />
          </li>
        );
      })}
    </ol>
  );
}

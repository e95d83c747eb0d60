import { useTranslations } from "use-intl";
import type { BallotView } from "../../domain/meetings";
import { ReceiptCode } from "../ballots";
import { useBodyTime } from "../messages/body-time";
import { Card } from "../ui";

/** When the ballot was opened, closed, declared and written down, and by whom. */
export function CourseCard({ ballot, timeZone }: { ballot: BallotView; timeZone: string }) {
  const t = useTranslations("results");
  const { exactTime } = useBodyTime(timeZone);
  const steps = [
    { at: ballot.openedAt, what: t("opened"), by: t("byPerson") },
    {
      at: ballot.closedAt,
      what: t("closed"),
      by: ballot.closedBy === "clock" ? t("byClock") : t("byPerson"),
    },
    { at: ballot.declaredAt, what: t("declared"), by: t("byPerson") },
    {
      at: ballot.declaredSeq === null ? null : ballot.declaredAt,
      what: t("journaled"),
      by: ballot.declaredSeq === null ? "" : t("line", { seq: String(ballot.declaredSeq) }),
    },
  ];
  return (
    <Card className="px-4.5 py-2.5">
      <h2 className="text-body font-[650]">{t("course")}</h2>
      <ol className="mt-3 grid grid-cols-4">
        {steps.map(
          ({ at, what, by }) =>
            at !== null && (
              <li
                key={what}
                className="relative pt-5 before:absolute before:top-0 before:start-0 before:z-1 before:size-3.5 before:rounded-full before:border-3 before:border-primary before:bg-surface not-last:after:absolute not-last:after:top-1.5 not-last:after:start-3 not-last:after:h-0.5 not-last:after:w-full not-last:after:bg-border"
              >
                <p className="text-label tabular-nums">{exactTime(at)}</p>
                <p className="text-small">{what}</p>
                <p className="text-caption font-[400] text-muted">{by}</p>
              </li>
            ),
        )}
      </ol>
    </Card>
  );
}

/** The declaration's place in the journal: the code that a record must carry to be this one. */
export function RecordCard({ hash }: { hash: string }) {
  const t = useTranslations("results");
  return (
    <Card className="px-4.5 py-2.5">
      <h2 className="text-body font-[650]">{t("record")}</h2>
      <ReceiptCode hash={hash} />
    </Card>
  );
}

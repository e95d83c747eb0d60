import { Form, useNavigation } from "@remix-run/react";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { maxQueryLength, type SearchAnswer } from "../../domain/search";
import type { ConnectionState } from "../live/connection";
import { Page, type Surroundings } from "../shell";
import { Button, EmptyFace, SearchField } from "../ui";
import { hitAddress } from "./address";
import { placeOf } from "./findings";
import { ResultList } from "./result-list";
import "./search.css";

/** Every paper that one may see, searched; works without scripts. Give it `key={typed}`. */
export function SearchScreen({
  surroundings,
  connection,
  typed,
  answer,
}: {
  surroundings: Surroundings;
  connection: ConnectionState;
  typed: string;
  /** null: nothing was asked */
  answer: SearchAnswer | null;
}) {
  const t = useTranslations("search");
  const [words, setWords] = useState(typed);
  const isAsking = useNavigation().state !== "idle";
  return (
    <Page surroundings={surroundings} title={t("everywhere")} connection={connection}>
      <search className="grid gap-4">
        <Form method="get" className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <SearchField
              label={t("field")}
              clearLabel={t("clear")}
              name="q"
              value={words}
              onChange={setWords}
              maxLength={maxQueryLength}
              autoFocus={typed === ""}
            />
          </div>
          <Button type="submit" variant="primary" isPending={isAsking}>
            {t("submit")}
          </Button>
        </Form>
        <Answer typed={typed} answer={answer} />
      </search>
    </Page>
  );
}

function Answer({ typed, answer }: { typed: string; answer: SearchAnswer | null }) {
  const t = useTranslations("search");
  if (answer === null || answer.reading === null)
    return <p className="text-body text-muted">{t("hint")}</p>;
  if (answer.count === 0)
    return (
      <div role="status">
        <EmptyFace icon={SearchX} title={t("none", { typed })}>
          {t("noneExplain")}
        </EmptyFace>
      </div>
    );
  return (
    <>
      <div role="status" className="grid gap-1 text-small text-muted">
        <p>{t("count", { n: answer.count, papers: answer.papers.length })}</p>
        {answer.reading === "begun" && <p>{t("begun")}</p>}
        {answer.reading === "apart" && <p>{t("apart")}</p>}
        {!answer.complete && <p>{t("incomplete")}</p>}
      </div>
      <section
        aria-label={t("results")}
        className="overflow-hidden rounded-3 border border-border bg-surface"
      >
        <ResultList
          answer={answer}
          current={null}
          way={{ to: (finding) => hitAddress(finding.paper, typed, placeOf(finding)) }}
          withMeetings
        />
      </section>
    </>
  );
}

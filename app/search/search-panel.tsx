import { RotateCw, SearchX, TriangleAlert, WifiOff, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { maxQueryLength } from "../../domain/search";
import { useReader } from "../reader/reader-context";
import { Button, classes, EmptyFace, IconButton, Notice, PlainButton, SearchField } from "../ui";
import { tabSearch } from "./ask.client";
import { inScope } from "./findings";
import { ResultList } from "./result-list";
import type { Scope } from "./search-store";
import { SilentPapers } from "./silent-papers";
import { useSearch } from "./use-search";

/** The words, where to look for them, and what was found. */
export function SearchPanel({
  withClose,
  onGone,
}: {
  withClose: boolean;
  /** when a hit was gone to */
  onGone?: () => void;
}) {
  const t = useTranslations("search");
  const { state, step, close } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening by hand asks for the focus
  useEffect(() => {
    if (tabSearch().takeFocus()) {
      input.current?.focus();
      input.current?.select();
      return;
    }
    // come along to another paper: the focus stays with the hit that led there
    panel.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  }, [state.opened]);
  return (
    <search
      ref={panel}
      data-search
      aria-label={t("title")}
      className="flex h-full min-h-0 flex-col bg-surface"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="flex items-center gap-1 px-4 pt-3">
        <div className="min-w-0 flex-1">
          <SearchField
            label={t("field")}
            clearLabel={t("clear")}
            inputRef={input}
            value={state.typed}
            maxLength={maxQueryLength}
            onChange={(typed) => tabSearch().type(typed)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              step(event.shiftKey ? -1 : 1);
              onGone?.();
            }}
          />
        </div>
        {withClose && <IconButton icon={X} label={t("close")} onPress={close} />}
      </div>
      <Scopes />
      <Results {...(onGone && { onGone })} />
    </search>
  );
}

function Scopes() {
  const t = useTranslations("search");
  const { item, paper } = useReader();
  const { state, packAnswer } = useSearch();
  const here = { itemId: item.itemId, documentId: paper.documentId };
  const countOf = (scope: Scope): number | null => {
    const answer = scope === "everything" ? state.everything.answer : packAnswer;
    if (answer === null || answer.reading === null) return null;
    return scope === "everything" ? answer.count : inScope(answer, scope, here).count;
  };
  const scopes: { scope: Scope; name: string }[] = [
    { scope: "paper", name: t("scope.paper") },
    { scope: "item", name: t("scope.item", { number: item.number }) },
    { scope: "pack", name: t("scope.pack") },
    { scope: "everything", name: t("scope.everything") },
  ];
  return (
    <fieldset aria-label={t("scopes")} className="flex flex-wrap gap-2 px-4 py-3">
      {scopes.map(({ scope, name }) => {
        const isChosen = scope === state.scope;
        const count = countOf(scope);
        return (
          <PlainButton
            key={scope}
            pressed={isChosen}
            onPress={() => tabSearch().choose(scope)}
            className={classes(
              "flex min-h-10 items-center gap-2 rounded-full border px-3 text-small pointer-coarse:min-h-11",
              isChosen
                ? "border-primary-soft bg-primary-soft font-[650] text-on-primary-soft"
                : "border-border-strong text-muted hover:bg-surface-2",
            )}
          >
            {name}
            {count !== null && <span className="tabular-nums">{count}</span>}
          </PlainButton>
        );
      })}
    </fieldset>
  );
}

function Results({ onGone }: { onGone?: () => void }) {
  const t = useTranslations("search");
  const { state, answer, asked, findings, go } = useSearch();
  const said =
    answer === null || answer.reading === null || asked === "asking"
      ? ""
      : answer.count === 0
        ? t("none", { typed: state.typed })
        : t("count", { n: answer.count, papers: answer.papers.length });
  return (
    <>
      <p role="status" className="min-h-5 px-4 pb-2 text-small text-muted sm:px-6">
        {answer?.count === 0 ? <span className="sr-only">{said}</span> : said}
      </p>
      <Remarks />
      <section
        aria-label={t("results")}
        aria-busy={asked === "asking"}
        className="min-h-0 flex-1 overflow-auto border-t border-border"
      >
        {answer !== null && findings.length > 0 ? (
          <ResultList
            key={`${state.scope}:${state.typed}`}
            answer={answer}
            current={state.current}
            way={{
              go: (finding) => {
                go(finding);
                onGone?.();
              },
            }}
            withMeetings={state.scope === "everything"}
          />
        ) : (
          <NothingShown />
        )}
      </section>
      <SilentPapers silent={answer?.silent ?? []} />
    </>
  );
}

/** How the words had to be taken, and what keeps hits away. */
function Remarks() {
  const t = useTranslations("search");
  const { answer, asked } = useSearch();
  const remarks: ReactNode[] = [];
  if (asked === "unreachable")
    remarks.push(
      <Notice key="unreachable" icon={WifiOff} action={<Retry />}>
        {t("unreachable")}
      </Notice>,
    );
  if (answer !== null && answer.count > 0) {
    if (answer.reading === "begun") remarks.push(<p key="begun">{t("begun")}</p>);
    if (answer.reading === "apart") remarks.push(<p key="apart">{t("apart")}</p>);
    if (!answer.complete) remarks.push(<p key="more">{t("incomplete")}</p>);
  }
  if (remarks.length === 0) return null;
  return <div className="grid gap-2 px-4 pb-3 text-small text-muted sm:px-6">{remarks}</div>;
}

function Retry() {
  const t = useTranslations("ui");
  return (
    <Button size="40" icon={RotateCw} onPress={() => tabSearch().retry()}>
      {t("retry")}
    </Button>
  );
}

function NothingShown() {
  const t = useTranslations("search");
  const { state, answer, asked } = useSearch();
  if (asked === "failed" && answer === null)
    return (
      <EmptyFace icon={TriangleAlert} title={t("failed")} action={<Retry />}>
        {t("failedExplain")}
      </EmptyFace>
    );
  if (asked === "unreachable" && answer === null) return null;
  if (answer === null || answer.reading === null || state.typed.trim() === "")
    return <p className="px-4 py-4 text-body text-muted sm:px-6">{t("hint")}</p>;
  if (asked === "asking") return null;
  return (
    <EmptyFace icon={SearchX} title={t("none", { typed: state.typed })}>
      {t("noneExplain")}
    </EmptyFace>
  );
}

import { Check, Crosshair, MapPin, RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { placeOf } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { Button } from "../ui";
import type { OlderVersion } from "./older-version";
import { type ReviewedMark, wordsOf } from "./review";
import { useMarkTitle } from "./review-words";
import type { Reviewing } from "./use-reviewing";

/** The decision on the mark in hand: at the bottom right, as everywhere. */
export function DecisionBar({ older, reviewing }: { older: OlderVersion; reviewing: Reviewing }) {
  const t = useTranslations("changes");
  const { selected, review } = reviewing;
  const first = review.check[0];
  if (selected === null && review.check.length + review.moved.length + review.gone.length === 0) {
    return null;
  }
  return (
    <section
      aria-label={t("decision")}
      className="flex min-h-20 shrink-0 flex-wrap items-center gap-3 border-t border-border bg-surface px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <MapPin
        aria-hidden
        className="size-10 shrink-0 rounded-2 bg-warn-soft p-2.5 text-on-warn-soft max-sm:hidden"
      />
      {selected === null ? (
        <>
          <p className="min-w-0 flex-1 text-label" aria-live="polite">
            {first === undefined ? t("done") : t("waiting", { n: review.check.length })}
          </p>
          {first !== undefined && (
            <Button variant="primary" onPress={() => reviewing.select(first.key)}>
              {t("begin")}
            </Button>
          )}
        </>
      ) : (
        <Decision older={older} reviewing={reviewing} mark={selected} />
      )}
    </section>
  );
}

function Decision(props: { older: OlderVersion; reviewing: Reviewing; mark: ReviewedMark }) {
  const { reviewing, mark } = props;
  const t = useTranslations("changes");
  const { packPage, holding } = useReader();
  const titleOf = useMarkTitle();
  const { proposal, isChoosing, candidate } = reviewing;
  const candidates = mark.placed.placement.candidates.length;
  const mayAccept = proposal !== null && (mark.group === "check" || candidate === null);
  const isSettled = mark.group === "moved" && !isChoosing;
  return (
    <>
      <div className="min-w-0 flex-1 basis-64" aria-live="polite">
        <p className="truncate text-label font-[650]">
          {mark.placed.mark.anchor.type === "text"
            ? t("mark", { title: titleOf(mark) })
            : titleOf(mark)}
        </p>
        <p className="line-clamp-2 text-small text-muted">
          {proposal === null
            ? t(isChoosing ? "selectWords" : "noProposal", { n: String(holding.number) })
            : t(mark.group === "moved" && !isChoosing ? "movedTo" : "proposedAt", {
                words: wordsOf(proposal) ?? t(`kind.${mark.placed.mark.kind}`),
                n: String(holding.number),
                page: packPage(placeOf(proposal).page),
              })}
          {isChoosing &&
            proposal !== null &&
            ` · ${t("selectWords", { n: String(holding.number) })}`}
        </p>
      </div>
      {isChoosing && (
        <Button variant="quiet" onPress={reviewing.declareGone}>
          {t("declareGone")}
        </Button>
      )}
      {candidates > 1 && candidate !== null && (
        <Button
          variant="neutral"
          icon={RotateCw}
          onPress={() => reviewing.propose((candidate + 1) % candidates)}
        >
          {t("nextPlace", { n: String(candidate + 1), of: String(candidates) })}
        </Button>
      )}
      {!isChoosing && (
        <Button variant="neutral" icon={Crosshair} onPress={() => reviewing.setChoosing(true)}>
          {t("chooseAnother")}
        </Button>
      )}
      {!isSettled && (
        <Button variant="primary" icon={Check} isDisabled={!mayAccept} onPress={reviewing.accept}>
          {t("accept")}
        </Button>
      )}
    </>
  );
}

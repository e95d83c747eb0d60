/** The review of the reader's own marks after a new version: which one is in hand, and deciding on it. */
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { type Anchor, MarkId, placeOf, textAnchor } from "../../domain/marks";
import { instantOf } from "../../domain/text";
import { useMarksStore } from "../marks/marks-store";
import { useReader } from "../reader/reader-context";
import { announceDone } from "../ui";
import type { OlderVersion } from "./older-version";
import { isOwn, marksByPage, type Review, type ReviewedMark, reviewOf, stretchOf } from "./review";
import { type PlacedMark, usePlacing } from "./use-placed-marks";

export type Reviewing = {
  review: Review;
  byPage: ReadonlyMap<number, number>;
  /** all that may be seen on either version, for showing them among the words */
  newer: readonly PlacedMark[];
  older: readonly PlacedMark[];
  isPlacing: boolean;
  /** the mark in hand */
  selected: ReviewedMark | null;
  select(key: string | null): void;
  /** where it would go: proposed, or chosen by the reader */
  proposal: Anchor | null;
  /** which of the proposed places that is, from 0; null: chosen by hand, or none */
  candidate: number | null;
  propose(candidate: number): void;
  /** words that the reader chose in the newer version */
  chooseWords(stretch: { start: number; end: number }): void;
  isChoosing: boolean;
  setChoosing(on: boolean): void;
  accept(): void;
  /** the author says that there is no such place any more */
  declareGone(): void;
};

type InHand = { key: string; candidate: number; chosen: Anchor | null; isChoosing: boolean };

export function useReviewing(
  olderVersion: OlderVersion,
  show: (page: number) => void,
  showOlder: (offset: number) => void,
): Reviewing {
  const t = useTranslations("changes");
  const store = useMarksStore();
  const { me, holding, text } = useReader();
  const { versionId } = holding;
  const now = usePlacing(versionId);
  const before = usePlacing(olderVersion.versionId);
  const [hand, setHand] = useState<InHand | null>(null);

  const review = useMemo(
    () =>
      reviewOf(now.placed, before.placed, versionId, (mark) => isOwn(mark, me, store.writable())),
    [now.placed, before.placed, versionId, me, store],
  );
  const byPage = useMemo(() => marksByPage(review), [review]);
  const all = useMemo(() => [...review.check, ...review.moved, ...review.gone], [review]);
  const selected = all.find(({ key }) => key === hand?.key) ?? null;

  const select = useCallback(
    (key: string | null) => {
      const mark = all.find((each) => each.key === key);
      setHand(key === null ? null : { key, candidate: 0, chosen: null, isChoosing: false });
      const anchor = mark?.placed.placement.anchor ?? null;
      const before = stretchOf(mark?.older ?? null);
      if (anchor !== null) show(placeOf(anchor).page);
      else if (before !== null) showOlder(before.start);
    },
    [all, show, showOlder],
  );

  const { placement } = selected?.placed ?? {};
  const proposal =
    hand?.chosen ?? placement?.candidates[hand?.candidate ?? 0] ?? placement?.anchor ?? null;

  const decide = (mark: ReviewedMark, anchor: Anchor | null) => {
    const { layer, owner, id } = mark.placed.stored;
    const earlier = store
      .marks()
      .find(
        (each) =>
          each.mark.kind === "placement" &&
          each.layer === layer &&
          each.owner === owner &&
          each.mark.on === versionId &&
          each.mark.target.markId === id,
      );
    store.put({ layer, owner }, earlier?.id ?? MarkId.parse(crypto.randomUUID()), {
      v: 1,
      kind: "placement",
      madeOn: versionId,
      madeAt: instantOf(new Date()),
      target: { owner, markId: id },
      on: versionId,
      anchor,
    });
    const next = review.check.find(({ key }) => key !== mark.key) ?? null;
    announceDone(anchor === null ? t("declaredGone") : t("accepted"));
    select(next?.key ?? null);
  };

  return {
    review,
    byPage,
    newer: now.placed,
    older: before.placed,
    isPlacing: now.pending > 0 || before.pending > 0,
    selected,
    select,
    proposal,
    candidate: hand?.chosen == null && placement?.state === "check" ? (hand?.candidate ?? 0) : null,
    propose: (candidate) => {
      setHand((held) => held && { ...held, candidate, chosen: null });
      const anchor = placement?.candidates[candidate];
      if (anchor !== undefined) show(placeOf(anchor).page);
    },
    chooseWords: (stretch) => {
      const anchor = text === null ? null : textAnchor(text, stretch);
      if (anchor !== null) setHand((held) => held && { ...held, chosen: anchor });
    },
    isChoosing: hand?.isChoosing ?? false,
    setChoosing: (on) => setHand((held) => held && { ...held, isChoosing: on }),
    accept: () => {
      if (selected !== null && proposal !== null) decide(selected, proposal);
    },
    declareGone: () => {
      if (selected !== null) decide(selected, null);
    },
  };
}

import { Link } from "@remix-run/react";
import { Archive, CircleCheck, FileX, type LucideIcon, MapPin, Pen } from "lucide-react";
import { useTranslations } from "use-intl";
import { placeOf } from "../../domain/marks";
import { useReader } from "../reader/reader-context";
import { classes, EmptyFace, PlainButton } from "../ui";
import type { OlderVersion } from "./older-version";
import type { ReviewedMark, ReviewGroup } from "./review";
import { useMarkTitle, useReason } from "./review-words";
import type { Reviewing } from "./use-reviewing";

const signs: Record<ReviewGroup, LucideIcon> = { moved: CircleCheck, check: MapPin, gone: FileX };
const tones: Record<ReviewGroup, string> = {
  moved: "bg-approve-soft text-on-approve-soft",
  check: "bg-warn-soft text-on-warn-soft",
  gone: "bg-surface-2 text-ink",
};
const shownFolded = 2;

/** What became of the reader's marks: moved, asking for a place, without their text. */
export function ReviewPanel(props: {
  older: OlderVersion;
  reviewing: Reviewing;
  onChosen?: () => void;
}) {
  const { older, reviewing } = props;
  const t = useTranslations("changes");
  const { review, isPlacing } = reviewing;
  const total = review.moved.length + review.check.length + review.gone.length;
  return (
    <>
      <div className="flex min-h-14 shrink-0 items-center justify-between gap-2 border-b border-border px-4">
        <h2 className="text-label font-[650]">{t("review")}</h2>
        <p aria-live="polite" className="text-small text-muted tabular-nums">
          {isPlacing
            ? t("placing")
            : total > 0 && t("left", { n: String(review.check.length), of: total })}
        </p>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {total === 0 && !isPlacing && (
          <EmptyFace title={t("noMarks")}>{t("noMarksExplain")}</EmptyFace>
        )}
        {(["moved", "check", "gone"] as const).map(
          (group) => review[group].length > 0 && <Group key={group} group={group} {...props} />,
        )}
      </div>
      <p className="flex shrink-0 items-center gap-2 border-t border-border px-4 py-3 text-small text-muted">
        <Archive aria-hidden className="size-4 shrink-0" />
        {t("kept", { n: String(older.number) })}
      </p>
    </>
  );
}

function Group({
  group,
  older,
  reviewing,
  onChosen,
}: {
  group: ReviewGroup;
  older: OlderVersion;
  reviewing: Reviewing;
  onChosen?: () => void;
}) {
  const t = useTranslations("changes");
  const marks = reviewing.review[group];
  const Sign = signs[group];
  const at = marks.findIndex(({ key }) => key === reviewing.selected?.key);
  const isFolded = group === "moved" && at === -1 && marks.length > shownFolded + 1;
  const choose = (mark: ReviewedMark | undefined) => {
    reviewing.select(mark?.key ?? null);
    onChosen?.();
  };
  return (
    <section aria-labelledby={`group-${group}`} className="border-b border-border py-2">
      <h3
        id={`group-${group}`}
        className="flex min-h-11 items-center gap-3 px-4 text-label font-[650]"
      >
        <Sign aria-hidden className="size-5 shrink-0 text-primary" />
        <span className="flex-1">{t(`group.${group}`)}</span>
        <span
          className={classes(
            "min-w-7 rounded-full px-2 py-0.5 text-center text-caption tabular-nums",
            tones[group],
          )}
        >
          {marks.length}
        </span>
      </h3>
      <ul>
        {(isFolded ? marks.slice(0, shownFolded) : marks).map((mark) => (
          <MarkEntry
            key={mark.key}
            mark={mark}
            older={older}
            isSelected={mark.key === reviewing.selected?.key}
            onSelect={() => choose(mark)}
          />
        ))}
      </ul>
      {group === "moved" && marks.length > 1 && (
        <PlainButton
          onPress={() => choose(marks[(at + 1) % marks.length])}
          className="min-h-11 px-4 ps-12 text-start text-label font-[600] text-primary hover:bg-surface-2"
        >
          {at === -1
            ? t("walk", { n: marks.length })
            : t("walkNext", { n: String(at + 1), of: String(marks.length) })}
        </PlainButton>
      )}
    </section>
  );
}

function MarkEntry(props: {
  mark: ReviewedMark;
  older: OlderVersion;
  isSelected: boolean;
  onSelect: () => void;
}) {
  const { mark, older, isSelected, onSelect } = props;
  const t = useTranslations("changes");
  const { meetingId, paper } = useReader();
  const titleOf = useMarkTitle();
  const olderPage = mark.older === null ? null : placeOf(mark.older).page;
  return (
    <li
      className={classes(
        "relative",
        isSelected &&
          "bg-primary-soft before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-primary",
      )}
    >
      <PlainButton
        pressed={isSelected}
        onPress={onSelect}
        className="flex min-h-14 w-full items-start gap-3 px-4 py-2 text-start -outline-offset-3 hover:bg-surface-2"
      >
        <ColourSign mark={mark} />
        <span className="min-w-0">
          <span className="block text-label">{titleOf(mark)}</span>
          <Place mark={mark} older={older} olderPage={olderPage} />
        </span>
      </PlainButton>
      {mark.group === "gone" && olderPage !== null && (
        <Link
          to={`/meetings/${meetingId}/papers/${paper.documentId}?version=${older.versionId}&page=${olderPage}`}
          className="flex min-h-11 items-center px-4 ps-12 text-label font-[600] text-primary no-underline hover:bg-surface-2"
        >
          {t("seeOn", { n: String(older.number) })}
        </Link>
      )}
    </li>
  );
}

function Place(props: { mark: ReviewedMark; older: OlderVersion; olderPage: number | null }) {
  const { mark, older, olderPage } = props;
  const t = useTranslations("changes");
  const { packPage } = useReader();
  const reason = useReason();
  const { anchor } = mark.placed.placement;
  const layer = t(`layer.${mark.placed.stored.layer}`);
  const now = anchor === null ? null : packPage(placeOf(anchor).page);
  const words =
    mark.group === "check"
      ? reason(mark.placed.placement)
      : mark.group === "gone"
        ? [
            olderPage !== null &&
              t("onOlder", { n: String(older.number), page: String(olderPage) }),
            layer,
          ]
            .filter(Boolean)
            .join(" · ")
        : [now !== null && t("onPage", { page: now }), layer].filter(Boolean).join(" · ");
  return <span className="block text-small text-muted">{words}</span>;
}

export function ColourSign({ mark: { placed } }: { mark: ReviewedMark }) {
  const { mark } = placed;
  if (mark.kind === "ink")
    return <Pen aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />;
  const colour = mark.colour;
  return (
    <span
      aria-hidden
      className="mt-0.5 size-5 shrink-0 rounded-1 border-[1.5px] forced-color-adjust-none"
      style={{ background: `var(--mark-${colour})`, borderColor: `var(--mark-${colour}-edge)` }}
    />
  );
}

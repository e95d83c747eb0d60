import { ChevronRight, MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ComparedPage, Comparison } from "../../domain/versions";
import { useReader } from "../reader/reader-context";
import { Counter, classes, PlainButton } from "../ui";

/** Pages that changed, what changed on each, how many of the reader's marks; the others folded. */
export function ChangedPages(props: {
  comparison: Comparison;
  marks: ReadonlyMap<number, number>;
  shown: number;
  onShow: (page: number) => void;
  /** in a row above the paper instead of a column beside it */
  isStrip: boolean;
}) {
  const { comparison, isStrip } = props;
  const t = useTranslations("changes");
  const [isUnfolded, unfold] = useState(false);
  const changed = comparison.pages.filter(({ what }) => what.type !== "same");
  const same = comparison.pages.filter(({ what }) => what.type === "same");
  const list = (pages: readonly ComparedPage[]) =>
    pages.map((page) => <PageEntry key={page.page} {...props} page={page} />);
  return (
    <nav
      aria-label={t("changedPages")}
      className={classes(
        "flex shrink-0 bg-surface",
        isStrip ? "border-b border-border" : "w-51 flex-col border-e border-border",
      )}
    >
      {!isStrip && (
        <h2 className="flex min-h-14 items-center justify-between gap-2 border-b border-border px-4 text-label font-[650]">
          {t("changedPages")} <Counter>{changed.length}</Counter>
        </h2>
      )}
      <ul
        className={classes(
          "min-h-0 flex-1 gap-1 overflow-auto p-2",
          isStrip ? "flex" : "grid content-start",
        )}
      >
        {list(changed)}
        {isUnfolded && list(same)}
        {isStrip && same.length > 0 && (
          <li className="shrink-0">
            <Fold count={same.length} isUnfolded={isUnfolded} onFold={unfold} />
          </li>
        )}
      </ul>
      {!isStrip && same.length > 0 && (
        <div className="border-t border-border">
          <Fold count={same.length} isUnfolded={isUnfolded} onFold={unfold} />
        </div>
      )}
    </nav>
  );
}

function Fold(props: { count: number; isUnfolded: boolean; onFold: (on: boolean) => void }) {
  const { count, isUnfolded, onFold } = props;
  const t = useTranslations("changes");
  return (
    <PlainButton
      pressed={isUnfolded}
      onPress={() => onFold(!isUnfolded)}
      className="flex min-h-14 w-full items-center justify-between gap-2 px-4 text-start text-label hover:bg-surface-2"
    >
      {t("unchanged", { n: count })}
      <ChevronRight
        aria-hidden
        className={classes("size-5 shrink-0", isUnfolded && "-rotate-90")}
      />
    </PlainButton>
  );
}

function PageEntry(props: {
  page: ComparedPage;
  marks: ReadonlyMap<number, number>;
  shown: number;
  onShow: (page: number) => void;
  isStrip: boolean;
}) {
  const { page, marks, shown, onShow, isStrip } = props;
  const t = useTranslations("changes");
  const { packPage, holding } = useReader();
  const isShown = page.page === shown;
  const count = marks.get(page.page) ?? 0;
  return (
    <li className="shrink-0">
      <PlainButton
        current={isShown}
        onPress={() => onShow(page.page)}
        className={classes(
          "relative flex w-full gap-3 rounded-2 p-2 text-start hover:bg-surface-2",
          isShown &&
            "bg-primary-soft text-on-primary-soft before:absolute before:inset-y-2 before:start-0 before:w-1 before:rounded-e-full before:bg-primary",
        )}
      >
        {!isStrip && (
          <Picture src={`/documents/${holding.versionId}/pages/${page.page}/thumbnail.webp`} />
        )}
        <span className="min-w-0">
          <span className="block text-label font-[650] tabular-nums">
            <span className="sr-only">{t("page")} </span>
            {packPage(page.page)}
          </span>
          <What page={page} />
          {count > 0 && (
            <span className="flex items-center gap-1 text-small font-[550] text-primary">
              <MessageSquareText aria-hidden className="size-4 shrink-0" />
              {t("marks", { n: count })}
            </span>
          )}
        </span>
      </PlainButton>
    </li>
  );
}

function What({ page: { what } }: { page: ComparedPage }) {
  const t = useTranslations("changes.what");
  return (
    <span className="block text-small">
      {"count" in what ? t(what.type, { n: what.count }) : t(what.type)}
    </span>
  );
}

/** The page itself, small; an empty sheet where it has not been drawn. */
function Picture({ src }: { src: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <span className="h-18 w-13 shrink-0 overflow-hidden rounded-1 border border-border bg-surface">
      {!failed && (
        <img
          alt=""
          src={src}
          loading="lazy"
          onError={() => setFailed(true)}
          className="h-full w-full object-cover object-top"
        />
      )}
    </span>
  );
}

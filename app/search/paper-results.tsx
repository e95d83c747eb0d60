import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { numberInPack } from "../../domain/search";
import { useText } from "../messages/text";
import { classes, PlainButton } from "../ui";
import { type Finding, isSamePlace, type PaperFindings, placeOf } from "./findings";
import type { HitPlace } from "./search-store";
import { SnippetLine } from "./snippet-line";

/** How much of a paper's hits is listed: its name alone, the first ones, all. */
export type Unfolding = "name" | "first" | "all";

/** To a hit by an act, or by an address. */
export type WayToHit = { go: (finding: Finding) => void } | { to: (finding: Finding) => string };

const firstHits = 2;

/** The hits in one paper under its name. */
export function PaperResults({
  findings,
  unfolding,
  onUnfold,
  current,
  way,
}: {
  findings: PaperFindings;
  unfolding: Unfolding;
  onUnfold: (to: Unfolding) => void;
  current: HitPlace | null;
  way: WayToHit;
}) {
  const t = useTranslations("search");
  const text = useText();
  const { paper, count, hits } = findings;
  const title = text(paper.title);
  const shown = unfolding === "all" ? hits : unfolding === "first" ? hits.slice(0, firstHits) : [];
  const heading = <span className="min-w-0 flex-1 text-label font-[650] text-ink">{title}</span>;
  return (
    <section aria-label={title} className="px-2 sm:px-4">
      {unfolding === "name" ? (
        <PlainButton
          className="flex min-h-11 w-full items-center gap-3 rounded-2 px-2 text-start hover:bg-surface-2"
          onPress={() => onUnfold(count > firstHits ? "first" : "all")}
        >
          {heading}
          <span className="text-small text-muted tabular-nums">{count}</span>
          <ChevronDown aria-hidden className="size-4 text-muted" />
        </PlainButton>
      ) : (
        <div className="flex min-h-11 items-center gap-3 px-2">
          {heading}
          {count > firstHits && (
            <PlainButton
              className="min-h-11 shrink-0 rounded-2 px-1 text-label text-primary hover:underline"
              label={
                unfolding === "all"
                  ? t("fewerOf", { title })
                  : t("allOf", { n: hits.length, title })
              }
              onPress={() => onUnfold(unfolding === "all" ? "first" : "all")}
            >
              {unfolding === "all" ? t("fewer") : t("all", { n: hits.length })}
            </PlainButton>
          )}
        </div>
      )}
      <ul>
        {shown.map((hit) => (
          <HitRow
            key={`${hit.page}:${hit.parts[0]?.start}`}
            finding={{ paper, hit }}
            isCurrent={isSamePlace(placeOf({ paper, hit }), current)}
            way={way}
          />
        ))}
      </ul>
    </section>
  );
}

function HitRow({
  finding,
  isCurrent,
  way,
}: {
  finding: Finding;
  isCurrent: boolean;
  way: WayToHit;
}) {
  const t = useTranslations("search");
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const { paper, hit } = finding;
  const page = numberInPack(paper, hit.page);
  const label = t("hit", { page, text: hit.snippet.text });
  const look = classes(
    "flex min-h-11 w-full items-start gap-3 rounded-2 px-2 py-2 text-start text-label font-[400] text-ink",
    isCurrent ? "bg-primary-soft shadow-[inset_4px_0_0_var(--primary)]" : "hover:bg-surface-2",
  );
  const content = (
    <>
      <span
        className={classes(
          "w-13 shrink-0 ps-1 font-[600] tabular-nums",
          isCurrent ? "text-primary" : "text-muted",
        )}
      >
        {page}
      </span>
      <SnippetLine snippet={hit.snippet} />
    </>
  );
  return (
    <li ref={row}>
      {"to" in way ? (
        <Link to={way.to(finding)} aria-label={label} className={look}>
          {content}
        </Link>
      ) : (
        <PlainButton
          current={isCurrent}
          label={label}
          className={look}
          onPress={() => way.go(finding)}
        >
          {content}
        </PlainButton>
      )}
    </li>
  );
}

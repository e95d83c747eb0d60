import { useTranslations } from "use-intl";
import type { VersionId } from "../../domain/ids";
import { type PaperView, packPage } from "../../domain/meetings";
import { useText } from "../messages/text";
import { classes } from "../ui";
import { thumbnailOf } from "./pictures";
import { useReader } from "./reader-context";
import { useReading } from "./reading";
import { Scrubber } from "./scrubber";

/** Fewer pages are faster scrolled through. */
const leastPages = 4;

/** Along the right edge of the desk, through the paper. */
export function PaperScrubber() {
  const t = useTranslations("reader");
  const { desk, versionId, packPage: numberOf, jump } = useReader();
  const pages = desk.layout?.pages ?? 0;
  if (pages < leastPages) return null;
  return (
    <Scrubber
      direction="down"
      label={t("scrubber")}
      value={desk.page}
      total={pages}
      textOf={(page) => t("pageInPack", { n: String(page), packPage: numberOf(page) })}
      onGo={(page) => jump({ page })}
      preview={(page) => (
        <Preview versionId={versionId} page={page} number={numberOf(page)} large />
      )}
    />
  );
}

type Stop = { paper: PaperView; versionId: VersionId; page: number; number: string };

/** Along the lower edge where a tablet is held upright, through all papers of the item. */
export function ItemScrubber() {
  const t = useTranslations("reader");
  const text = useText();
  const { desk, paper, versionId, packPage: numberOf, jump } = useReader();
  const { papers, choose, back } = useReading();
  const stops = papers.flatMap(stopsOf);
  const value =
    1 + stops.findIndex((stop) => stop.paper.documentId === paper.documentId) + desk.page - 1;
  const at = (place: number) => stops[place - 1];
  if (stops.length < leastPages || value < 1) return null;
  const go = (place: number) => {
    const stop = at(place);
    if (stop === undefined) return;
    if (stop.paper.documentId === paper.documentId) {
      jump({ page: stop.page });
      return;
    }
    back.push({ ...desk.place(), documentId: paper.documentId, packPage: numberOf(desk.page) });
    choose(stop.paper, stop.page);
  };
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-4 border-t border-border bg-surface px-4">
      <Scrubber
        direction="across"
        label={t("scrubberOfItem")}
        value={value}
        total={stops.length}
        textOf={(place) => {
          const stop = at(place);
          return stop === undefined
            ? ""
            : `${text(stop.paper.title)}, ${t("pageShort", { n: stop.number })}`;
        }}
        onGo={go}
        track={<Track papers={papers} current={paper} />}
        preview={(place) => {
          const stop = at(place);
          if (stop === undefined) return null;
          return (
            <div className="grid gap-2 p-3">
              <div className="flex items-end justify-center gap-2">
                {[-2, -1, 0, 1, 2].map((offset) => {
                  const near = at(place + offset);
                  return (
                    near && (
                      <Preview
                        key={offset}
                        versionId={
                          near.paper.documentId === paper.documentId ? versionId : near.versionId
                        }
                        page={near.page}
                        number={near.number}
                        large={offset === 0}
                      />
                    )
                  );
                })}
              </div>
              <p className="text-center text-small">
                <strong className="font-[650]">{text(stop.paper.title)}</strong>
                {` · ${t("pageShort", { n: String(stop.page) })}`}
              </p>
            </div>
          );
        }}
      />
      <span className="shrink-0 text-small text-muted tabular-nums">
        {at(1)?.number}–{at(stops.length)?.number}
      </span>
    </div>
  );
}

/** One stretch per paper, as long as it has pages. */
function Track({ papers, current }: { papers: readonly PaperView[]; current: PaperView }) {
  return (
    <div aria-hidden className="scrubber-track">
      {papers.map(({ documentId, holding }) => (
        <span
          key={documentId}
          className={classes(
            "h-1.5 rounded-full",
            documentId === current.documentId ? "bg-primary" : "bg-border",
          )}
          style={{ flexGrow: holding.type === "file" ? holding.pages : 0 }}
        />
      ))}
    </div>
  );
}

function stopsOf(paper: PaperView): Stop[] {
  const { holding } = paper;
  if (holding.type !== "file") return [];
  return Array.from({ length: holding.pages }, (_, at) => ({
    paper,
    versionId: holding.versionId,
    page: at + 1,
    number: packPage(holding.numbers, at + 1) ?? "–",
  }));
}

function Preview(props: { versionId: VersionId; page: number; number: string; large: boolean }) {
  const { versionId, page, number, large } = props;
  return (
    <figure className="grid justify-items-center gap-1">
      <img
        src={thumbnailOf(versionId, page)}
        alt=""
        className={classes(
          "rounded-1 bg-[#fff]",
          large ? "h-44 min-w-24 border-3 border-primary" : "h-24 min-w-14 border border-border",
        )}
      />
      <figcaption
        className={classes(
          "text-small tabular-nums",
          large ? "font-[650] text-primary" : "text-muted",
        )}
      >
        {number}
      </figcaption>
    </figure>
  );
}

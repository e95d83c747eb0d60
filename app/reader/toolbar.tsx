import { ChevronDown, FileText, Maximize2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ItemView, PaperView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { classes, IconLink, Menu, PlainButton } from "../ui";
import { BookmarkAct } from "./bookmarks";
import { ActParts, ExtraParts } from "./extras";
import { Leafing } from "./leafing";
import { useReader } from "./reader-context";
import { useReading } from "./reading";
import { GoToPageButton, MoreButton, ViewButton } from "./view-controls";
import { Zooming } from "./zooming";

/** Where the tools stand in the bar and leave too little of it: the page's number must always be whole. */
const shortBar = {
  hides: "@min-[640px]:@max-[70rem]:hidden",
  shows: "@min-[640px]:@max-[70rem]:block",
};

/** The bar above a paper, 52 high: which paper and where in it, the tools, then the ways to move and to see larger. */
export function ReaderToolbar({
  trailing,
  toolsBelow = false,
}: {
  trailing?: ReactNode;
  /** the tools lie elsewhere */
  toolsBelow?: boolean;
}) {
  const t = useTranslations("reader");
  const { item, paper, holding, desk, packPage } = useReader();
  const { papers, choose, fullPage } = useReading();
  const documents = useTranslations("documents");
  const pages = desk.layout?.pages ?? holding.pages;
  return (
    <Bar>
      <PaperPicker
        item={item}
        paper={paper}
        papers={papers}
        choose={choose}
        detail={[
          documents("pageOf", { page: String(desk.page), pages: String(pages) }),
          documents("packPage", { n: packPage(desk.page) }),
        ].join(" · ")}
      />
      <div className="ms-auto flex shrink-0 items-center">
        {!toolsBelow && (
          <div className="flex items-center @max-[640px]:hidden group-has-[[data-aside]>*]/frame:hidden">
            <ExtraParts part="Tools" />
          </div>
        )}
        <div
          className={classes(
            "flex items-center",
            toolsBelow ? "@max-[52rem]:hidden" : "@max-[58rem]:hidden",
          )}
        >
          <Leafing />
          <GoToPageButton />
          <span aria-hidden className="mx-1 h-6 border-s border-border" />
        </div>
        <div
          className={classes(
            "flex items-center",
            toolsBelow ? "@max-[62rem]:hidden" : "@max-[80rem]:hidden",
          )}
        >
          <Zooming />
        </div>
        <div className={classes("flex items-center", !toolsBelow && shortBar.hides)}>
          {!toolsBelow && <ActParts as="icon" />}
          <BookmarkAct as="icon" />
          <ViewButton />
        </div>
        {!toolsBelow && (
          <div className={classes("hidden", shortBar.shows)}>
            <MoreButton />
          </div>
        )}
        {trailing}
        {fullPage !== null && (
          <IconLink to={`${fullPage}?page=${desk.page}`} icon={Maximize2} label={t("fullPage")} />
        )}
      </div>
    </Bar>
  );
}

/** Of a paper that has no pages here. */
export function BareToolbar(props: Omit<Parameters<typeof PaperPicker>[0], "detail">) {
  const t = useTranslations("reader");
  return (
    <Bar>
      <PaperPicker {...props} detail={t("paperOnlyTitle")} />
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  const t = useTranslations("reader");
  return (
    <section
      aria-label={t("toolbar")}
      className="@container flex h-13 shrink-0 items-center border-b border-border bg-surface ps-2 pe-1"
    >
      {children}
    </section>
  );
}

function PaperPicker(props: {
  item: ItemView;
  paper: PaperView;
  papers: readonly PaperView[];
  choose: (paper: PaperView) => void;
  detail: string;
}) {
  const { item, paper, papers, choose, detail } = props;
  const t = useTranslations();
  const text = useText();
  const name = (
    <>
      <span className="flex items-center gap-1 text-label font-[650] text-ink">
        <span className="truncate">{text(paper.title)}</span>
        {papers.length > 1 && <ChevronDown aria-hidden className="size-4 shrink-0" />}
      </span>
      <span className="block truncate text-caption font-[400] text-muted tabular-nums">
        {detail}
      </span>
    </>
  );
  // as wide as both numbers at their longest; only the words after them may be cut
  const look = "min-h-11 min-w-48 rounded-2 px-2 text-start";
  if (papers.length === 1) return <div className={`${look} py-0.5`}>{name}</div>;
  return (
    <Menu
      label={t("reader.papersOf", { number: item.number })}
      trigger={
        <PlainButton className={`${look} hover:bg-surface-2 data-pressed:bg-surface-2`}>
          {name}
          <span className="sr-only">{t("reader.choosePaper")}</span>
        </PlainButton>
      }
      entries={papers.map((each) => ({
        id: each.documentId,
        label: text(each.title),
        icon: FileText,
        detail: [
          t(`documents.kind.${each.kind}`),
          each.holding.type === "file"
            ? t("documents.pages", { n: String(each.holding.pages) })
            : t("documents.paperOnlyShort", { n: String(each.holding.copies) }),
        ].join(" · "),
        onAction: () => choose(each),
      }))}
    />
  );
}

import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  FileText,
  Hash,
  Minus,
  MoveHorizontal,
  Plus,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { Button, IconButton, Menu, NumberField, PlainButton, Popover } from "../ui";
import { percentOf, zoomStep } from "./layout";
import type { Desk } from "./use-desk";

/** The bar above a paper, 52 high: which paper and where in it, then the ways to move and to see larger. */
export function ReaderToolbar({
  item,
  papers,
  paper,
  desk,
  onChoose,
}: {
  item: ItemView;
  papers: readonly PaperView[];
  paper: PaperView;
  /** null for a paper that has no pages here */
  desk: Desk | null;
  onChoose: (documentId: DocumentId) => void;
}) {
  const t = useTranslations();
  return (
    <section
      aria-label={t("reader.toolbar")}
      className="@container flex h-13 shrink-0 items-center gap-1 border-b border-border bg-surface ps-2 pe-1"
    >
      <PaperPicker item={item} papers={papers} paper={paper} desk={desk} onChoose={onChoose} />
      {desk !== null && desk.layout !== null && (
        <div className="ms-auto flex shrink-0 items-center">
          <Leafing desk={desk} pages={desk.layout.pages} startPage={startPageOf(paper)} />
          <span aria-hidden className="mx-1 h-6 border-s border-border @max-[34rem]:hidden" />
          <Zooming desk={desk} scale={desk.layout.scale} />
        </div>
      )}
    </section>
  );
}

function PaperPicker({ item, papers, paper, desk, onChoose }: Parameters<typeof ReaderToolbar>[0]) {
  const t = useTranslations();
  const text = useText();
  const title = text(paper.title);
  const name = (
    <>
      <span className="flex items-center gap-1 text-label font-[650] text-ink">
        <span className="truncate">{title}</span>
        {papers.length > 1 && <ChevronDown aria-hidden className="size-4 shrink-0" />}
      </span>
      <span className="block truncate text-caption font-[400] text-muted tabular-nums">
        <Whereabouts paper={paper} desk={desk} />
      </span>
    </>
  );
  const look = "min-h-11 min-w-0 rounded-2 px-2 text-start";
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
        onAction: () => onChoose(each.documentId),
      }))}
    />
  );
}

/** *Trang 1/14 · trang 154 của bộ tài liệu* */
function Whereabouts({ paper, desk }: { paper: PaperView; desk: Desk | null }) {
  const t = useTranslations();
  if (paper.holding.type === "paper_only") return t("reader.paperOnlyTitle");
  const page = desk?.page ?? 1;
  const pages = desk?.layout?.pages ?? paper.holding.pages;
  return [
    t("documents.pageOf", { page: String(page), pages: String(pages) }),
    t("documents.packPage", { n: String(startPageOf(paper) + page - 1) }),
  ].join(" · ");
}

function Leafing({ desk, pages, startPage }: { desk: Desk; pages: number; startPage: number }) {
  const t = useTranslations("reader");
  return (
    <div className="flex items-center @max-[34rem]:hidden">
      <IconButton
        icon={ChevronLeft}
        label={t("previousPage")}
        isDisabled={desk.page <= 1}
        onPress={() => desk.turn(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={t("nextPage")}
        isDisabled={desk.page >= pages}
        onPress={() => desk.turn(1)}
      />
      <Popover label={t("goToPage")} trigger={<IconButton icon={Hash} label={t("goToPage")} />}>
        <GoToPage desk={desk} pages={pages} startPage={startPage} />
      </Popover>
    </div>
  );
}

function GoToPage({ desk, pages, startPage }: { desk: Desk; pages: number; startPage: number }) {
  const t = useTranslations("reader");
  const [page, setPage] = useState(desk.page);
  return (
    <form className="grid gap-3" onSubmit={(event) => event.preventDefault()}>
      <NumberField
        label={t("goToPageLabel", { pages: String(pages) })}
        help={t("goToPackPage", { n: String(startPage) })}
        value={page}
        minValue={1}
        maxValue={pages}
        onChange={setPage}
      />
      <Button slot="close" type="submit" variant="primary" wide onPress={() => desk.goTo(page)}>
        {t("go")}
      </Button>
    </form>
  );
}

function Zooming({ desk, scale }: { desk: Desk; scale: number }) {
  const t = useTranslations("reader");
  const percent = percentOf(scale);
  return (
    <div className="flex items-center">
      <IconButton
        icon={Minus}
        label={t("zoomOut")}
        isDisabled={percent <= 50}
        onPress={() => desk.zoomTo(zoomStep(percent, -1))}
      />
      <span className="w-13 text-center text-small tabular-nums text-muted @max-[34rem]:hidden">
        {t("zoomPercent", { n: String(percent) })}
      </span>
      <IconButton
        icon={Plus}
        label={t("zoomIn")}
        isDisabled={percent >= 400}
        onPress={() => desk.zoomTo(zoomStep(percent, 1))}
      />
      <IconButton
        icon={MoveHorizontal}
        label={t("fitWidth")}
        pressed={desk.zoom === "fit"}
        onPress={() => desk.zoomTo("fit")}
      />
    </div>
  );
}

function startPageOf(paper: PaperView): number {
  return paper.holding.type === "file" ? paper.holding.startPage : 1;
}

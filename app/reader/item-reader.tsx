import { FolderOpen, Lock, Stamp } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Remembered } from "../../domain/bookmarks";
import type { PageRun } from "../../domain/documents";
import type { DocumentId, MeetingId, PersonId, VersionId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import { CompactFrame } from "./compact-frame";
import { Face } from "./notices";
import { type CalledPlace, PaperReader } from "./paper-reader";
import "./reader.css";
import type { ReaderExtra } from "./reader-context";
import { rememberedPaper, rememberPaper } from "./remembered";
import { BareToolbar } from "./toolbar";
import { useWaysBack } from "./use-ways-back";

/**
 * The papers of an item, for reading within another screen. Fills its place; what is read and where changes only by the
 * reader's own hand, whatever else happens in the room. Give it `key={item.itemId}`.
 */
export function ItemReader({
  me,
  meetingId,
  item,
  extras = [],
  left = {},
  versionPages = {},
}: {
  me: PersonId;
  meetingId: MeetingId;
  item: ItemView;
  /** what is added to reading; nothing where a paper is only looked at */
  extras?: readonly ReaderExtra[];
  /** what the server remembers of this reader, by paper */
  left?: Readonly<Record<DocumentId, Remembered>>;
  /** sizes of pages where the page already knows them; the others are asked for */
  versionPages?: Readonly<Record<VersionId, readonly PageRun[]>>;
}) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  const [called, setCalled] = useState<CalledPlace | null>(null);
  const back = useWaysBack();
  const { itemId, papers } = item;
  // Only the browser knows it, so the first picture of the page is the first paper.
  useEffect(() => setChosen((before) => before ?? rememberedPaper(itemId)), [itemId]);
  const choose = useCallback(
    ({ documentId }: PaperView, page?: number) => {
      rememberPaper(itemId, documentId);
      setChosen(documentId);
      setCalled((before) =>
        page === undefined ? null : { page, key: String(Number(before?.key ?? 0) + 1) },
      );
    },
    [itemId],
  );

  if (item.title === null) {
    return (
      <Face icon={Lock} title={t("agenda.closedTitle")}>
        {t("agenda.closedExplain")}
      </Face>
    );
  }
  const paper = papers.find(({ documentId }) => documentId === chosen) ?? papers[0];
  if (paper === undefined) {
    return (
      <Face icon={FolderOpen} title={t("agenda.noPapers")}>
        {item.presenter === null
          ? t("reader.noPresenter")
          : t("agenda.noPapersExplain", { name: item.presenter.name })}
      </Face>
    );
  }
  if (paper.holding.type === "paper_only") {
    return <PaperOnly item={item} paper={paper} choose={choose} copies={paper.holding.copies} />;
  }
  return (
    <PaperReader
      key={paper.documentId}
      me={me}
      meetingId={meetingId}
      item={item}
      paper={paper}
      holding={paper.holding}
      papers={papers}
      choose={choose}
      extras={extras}
      back={back}
      fullPage={`/meetings/${meetingId}/papers/${paper.documentId}`}
      called={called}
      left={left[paper.documentId] ?? null}
      versionPages={versionPages}
      frame={(desk) => <CompactFrame>{desk}</CompactFrame>}
    />
  );
}

/** A paper that is handed out on paper: said, with the others of the item to choose from. */
export function PaperOnly({
  item,
  paper,
  choose,
  copies,
}: {
  item: ItemView;
  paper: PaperView;
  choose: (paper: PaperView) => void;
  copies: number;
}) {
  const t = useTranslations();
  return (
    <div className="flex h-full flex-col">
      <BareToolbar item={item} paper={paper} papers={item.papers} choose={choose} />
      <Face icon={Stamp} title={t("reader.paperOnlyTitle")}>
        {t("reader.paperOnlyDetail", { copies })}
      </Face>
    </div>
  );
}

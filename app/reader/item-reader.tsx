import { FileX, FolderOpen, Lock, RotateCw, Stamp, TriangleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { PageRun } from "../../domain/documents";
import type { DocumentId, VersionId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { Button, EmptyFace, Notice } from "../ui";
import type { Place, Zoom } from "./layout";
import { PaperDesk } from "./paper-desk";
import "./reader.css";
import { rememberedPaper, rememberedPlace, rememberPaper, rememberPlace } from "./remembered";
import { ReaderToolbar } from "./toolbar";
import { useDesk } from "./use-desk";
import { useLeafingKeys } from "./use-leafing-keys";
import { usePaper } from "./use-paper";

/**
 * The papers of an item, for reading. Fills its place; what is read and where changes only by the reader's own hand,
 * whatever else happens in the room. Give it `key={item.itemId}`.
 */
export function ItemReader({
  item,
  versionPages = {},
}: {
  item: ItemView;
  /** sizes of pages where the page already knows them; the others are asked for */
  versionPages?: Readonly<Record<VersionId, readonly PageRun[]>>;
}) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  const { itemId, papers } = item;
  // Only the browser knows it, so the first picture of the page is the first paper.
  useEffect(() => setChosen((before) => before ?? rememberedPaper(itemId)), [itemId]);
  const choose = useCallback(
    (documentId: DocumentId) => {
      rememberPaper(itemId, documentId);
      setChosen(documentId);
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
  const common = { item, papers, paper, onChoose: choose };
  if (paper.holding.type === "paper_only") {
    return (
      <div className="flex h-full flex-col">
        <ReaderToolbar {...common} desk={null} />
        <Face icon={Stamp} title={t("reader.paperOnlyTitle")}>
          {t("reader.paperOnlyDetail", { copies: paper.holding.copies })}
        </Face>
      </div>
    );
  }
  return (
    <PaperFile
      key={paper.documentId}
      {...common}
      holding={paper.holding}
      versionPages={versionPages}
    />
  );
}

type FileHolding = Extract<PaperView["holding"], { type: "file" }>;

/** A paper that is a file. A new version does not push itself under the reader's eyes: it is offered. */
function PaperFile(props: {
  item: ItemView;
  papers: readonly PaperView[];
  paper: PaperView;
  holding: FileHolding;
  versionPages: Readonly<Record<VersionId, readonly PageRun[]>>;
  onChoose: (documentId: DocumentId) => void;
}) {
  const { holding, versionPages, ...common } = props;
  const { paper } = common;
  const t = useTranslations();
  const text = useText();
  const [read, setRead] = useState(holding);
  const opened = usePaper(read.versionId, read.sizeBytes, versionPages[read.versionId]);
  const { documentId } = paper;
  const start = useCallback(() => rememberedPlace(documentId), [documentId]);
  const rest = useCallback(
    (place: Place, zoom: Zoom) => rememberPlace(documentId, place, zoom),
    [documentId],
  );
  const desk = useDesk(opened.runs, start, rest);
  useLeafingKeys(desk);

  return (
    <div className="flex h-full flex-col">
      <ReaderToolbar {...common} desk={desk} />
      {paper.grade !== null && <Grade code={paper.grade} />}
      {read.versionId !== holding.versionId && (
        <Line icon={TriangleAlert}>
          <span>{t("reader.newVersion", { n: String(holding.number) })}</span>
          <Button size="40" variant="outlined" onPress={() => setRead(holding)}>
            {t("reader.readNewVersion", { n: String(holding.number) })}
          </Button>
        </Line>
      )}
      {read.flags.length > 0 && <Line icon={TriangleAlert}>{t("documents.flagged")}</Line>}
      {!opened.lineIsUp && (opened.state === "open" || opened.state === "opening") && (
        <Line icon={WifiOff}>{t("reader.waitingForLine")}</Line>
      )}
      {opened.state === "failed" || opened.state === "gone" ? (
        <Failed state={opened.state} onRetry={opened.retry} />
      ) : (
        <PaperDesk
          desk={desk}
          keeper={opened.keeper}
          label={t("reader.desk", { title: text(paper.title) })}
        />
      )}
      {paper.grade !== null && <Grade code={paper.grade} />}
    </div>
  );
}

function Failed({ state, onRetry }: { state: "failed" | "gone"; onRetry: () => void }) {
  const t = useTranslations();
  if (state === "gone") {
    return (
      <Face icon={FileX} title={t("reader.gone")}>
        {t("reader.goneExplain")}
      </Face>
    );
  }
  return (
    <Face
      icon={TriangleAlert}
      title={t("reader.failed")}
      action={
        <Button icon={RotateCw} onPress={onRetry}>
          {t("ui.retry")}
        </Button>
      }
    >
      {t("reader.failedExplain")}
    </Face>
  );
}

/** The mark of secrecy, above and below the paper as on paper. */
function Grade({ code }: { code: string }) {
  const t = useTranslations("reader");
  return (
    <p className="shrink-0 bg-surface p-1 text-center">
      <span className="inline-block border-2 border-danger px-3 text-label font-[650] text-danger">
        {t("grade", { grade: code })}
      </span>
    </p>
  );
}

function Line({ icon, children }: { icon: typeof WifiOff; children: ReactNode }) {
  return (
    <div role="status" className="shrink-0 border-b border-border bg-surface p-2">
      <Notice icon={icon}>
        <div className="flex flex-wrap items-center justify-between gap-2">{children}</div>
      </Notice>
    </div>
  );
}

function Face(props: Parameters<typeof EmptyFace>[0]) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-canvas h-full">
      <EmptyFace {...props} />
    </div>
  );
}

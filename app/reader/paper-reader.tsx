import { TriangleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Remembered } from "../../domain/bookmarks";
import type { PageRun } from "../../domain/documents";
import type { MeetingId, PersonId, VersionId } from "../../domain/ids";
import { type ItemView, packPage as numberOf, type PaperView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { Button, Later, part } from "../ui";
import { ExtraParts, ExtraProviders } from "./extras";
import type { Place, Zoom } from "./layout";
import { Failed, Grade, NewsLine } from "./notices";
import { PaperDesk } from "./paper-desk";
import { type FileHolding, type Reader, type ReaderExtra, ReaderProvider } from "./reader-context";
import { type Beside, type Reading, ReadingProvider, useReading } from "./reading";
import { PaperScrubber } from "./scrubbers";
import { useSettings } from "./settings";
import { type FirstLook, useDesk } from "./use-desk";
import { useLeafingKeys } from "./use-leafing-keys";
import { usePaper } from "./use-paper";
import { usePrivateNotes } from "./use-private-notes";
import { useShownPanel } from "./use-shown-panel";
import { useVersionOutline } from "./use-version-outline";
import { useVersionText } from "./use-version-text";
import type { WaysBack } from "./use-ways-back";
import { WayBackChip } from "./way-back-chip";

const flowing = part(() => import("./flowing-text"));

/** Where an address leads: a page of the paper; another `key` is another call to go there. */
export type CalledPlace = { page: number; key: string };

/**
 * A paper that is a file, open for reading: what stands around it (`frame`) draws its bars and panels. A new version
 * does not push itself under the reader's eyes: it is offered. Give it `key={paper.documentId}`.
 */
export function PaperReader(props: {
  me: PersonId;
  meetingId: MeetingId;
  item: ItemView;
  paper: PaperView;
  holding: FileHolding;
  papers: readonly PaperView[];
  /** all that can be gone to by a running number; without it the same papers */
  pack?: readonly PaperView[];
  choose: (paper: PaperView, page?: number) => void;
  extras: readonly ReaderExtra[];
  back: WaysBack;
  fullPage: string | null;
  beside?: Beside;
  called?: CalledPlace | null;
  /** an earlier version that the address names; what is not one of this paper's is not looked for */
  calledVersion?: VersionId | null;
  /** what the server remembers of this paper's reader */
  left?: Remembered | null;
  versionPages?: Readonly<Record<VersionId, readonly PageRun[]>>;
  /** the frame shows no pages: nothing of the file is opened */
  withoutPages?: boolean;
  frame: (desk: ReactNode) => ReactNode;
}) {
  const { me, meetingId, item, paper, holding, papers, choose, extras, back, fullPage } = props;
  const {
    called = null,
    calledVersion = null,
    pack = papers,
    beside = null,
    left = null,
    versionPages = {},
    frame,
  } = props;
  const { documentId } = paper;
  const [chosen, setChosen] = useState<VersionId | null>(() => calledVersion ?? null);
  // What was opened first stays open when a newer one comes.
  const [opened] = useState(holding.versionId);
  const versionId = versionAmong(holding, [chosen, opened]);
  const file = usePaper(props.withoutPages ? null : versionId, versionPages[versionId]);
  const versionText = useVersionText(versionId, props.withoutPages === true || file.isShown);

  const notes = usePrivateNotes(meetingId, documentId, left);
  const start = useCallback(() => {
    const remembered = notes.start();
    if (called === null) return remembered;
    return { page: called.page, part: 0, zoom: remembered?.zoom ?? "fit" };
  }, [notes, called]);
  const rest = useCallback(
    (place: Place, zoom: Zoom) => notes.rest(versionId, place, zoom),
    [notes, versionId],
  );
  // By what the server knows: it draws this page, and the browser's first picture must be the same.
  const [firstPlace] = useState<Place>(() =>
    called === null ? (left?.place ?? { page: 1, part: 0 }) : { page: called.page, part: 0 },
  );
  const { columns } = useSettings();
  const desk = useDesk(file.runs, start, rest, columns, firstPlace.page);
  useLeafingKeys(desk);

  const packPage = useCallback(
    (page: number) => numberOf(holding.numbers, page) ?? "–",
    [holding.numbers],
  );
  const outline = useVersionOutline(versionId, file.isShown);
  const panel = useShownPanel();
  const { show: showPanel } = panel;
  const latest = useRef({ desk, packPage, back });
  latest.current = { desk, packPage, back };
  const jump = useCallback<Reader["jump"]>(
    ({ page, box }) => {
      const { desk: now, back: ways, packPage: label } = latest.current;
      const place = now.place();
      ways.push({ ...place, documentId, packPage: label(now.page) });
      now.goTo(page, box?.y);
    },
    [documentId],
  );
  useCall(called, jump);

  const reader = useMemo<Reader>(
    () => ({
      me,
      meetingId,
      item,
      paper,
      holding,
      versionId,
      desk,
      text: versionText,
      packPage,
      jump,
      showPanel,
      readVersion: setChosen,
    }),
    [me, meetingId, item, paper, holding, versionId, desk, versionText, packPage, jump, showPanel],
  );
  const [isFlowing, setFlowing] = useState(false);
  const { keeper, isShown } = file;
  const reading = useMemo<Reading>(
    () => ({
      papers,
      pack,
      choose,
      keeper,
      isShown,
      extras,
      back,
      panel,
      fullPage,
      beside,
      outline,
      notes,
      isFlowing,
      setFlowing,
    }),
    [
      papers,
      pack,
      choose,
      keeper,
      isShown,
      extras,
      back,
      panel,
      fullPage,
      beside,
      outline,
      notes,
      isFlowing,
    ],
  );

  return (
    <ReaderProvider value={reader}>
      <ReadingProvider value={reading}>
        <ExtraProviders extras={extras}>
          {frame(
            <Desk
              file={file}
              reader={reader}
              first={file.runs === null ? null : { runs: file.runs, place: firstPlace }}
              onReadCurrent={() => setChosen(holding.versionId)}
            />,
          )}
        </ExtraProviders>
      </ReadingProvider>
    </ReaderProvider>
  );
}

/** The pages themselves, with what is to be said about them above. */
function Desk({
  file,
  reader,
  first,
  onReadCurrent,
}: {
  file: ReturnType<typeof usePaper>;
  reader: Reader;
  first: FirstLook | null;
  onReadCurrent: () => void;
}) {
  const t = useTranslations();
  const text = useText();
  const { paper, holding, versionId, desk } = reader;
  const { isFlowing, setFlowing } = useReading();
  return (
    <>
      {paper.grade !== null && <Grade code={paper.grade} />}
      {versionId !== holding.versionId && (
        <NewsLine icon={TriangleAlert}>
          <span>{t("reader.newVersion", { n: String(holding.number) })}</span>
          <Button size="40" variant="outlined" onPress={onReadCurrent}>
            {t("reader.readNewVersion", { n: String(holding.number) })}
          </Button>
        </NewsLine>
      )}
      {holding.flags.length > 0 && (
        <NewsLine icon={TriangleAlert}>{t("documents.flagged")}</NewsLine>
      )}
      {!file.lineIsUp && (file.state === "open" || file.state === "opening") && (
        <NewsLine icon={WifiOff}>{t("reader.waitingForLine")}</NewsLine>
      )}
      <ExtraParts part="News" />
      {file.state === "failed" || file.state === "gone" ? (
        <Failed state={file.state} onRetry={file.retry} />
      ) : (
        <div className="relative flex min-h-0 flex-1 flex-col">
          <PaperDesk
            desk={desk}
            keeper={file.keeper}
            first={first}
            label={t("reader.desk", { title: text(paper.title) })}
          />
          <ExtraParts part="Edge" />
          <PaperScrubber />
          <WayBackChip />
          <Later part={flowing} when={isFlowing} onClose={() => setFlowing(false)}>
            {({ FlowingText }) => <FlowingText onClose={() => setFlowing(false)} />}
          </Later>
        </div>
      )}
      {paper.grade !== null && <Grade code={paper.grade} />}
    </>
  );
}

/** The first of the wanted versions that this paper has; else its current one. */
function versionAmong(holding: FileHolding, wanted: readonly (VersionId | null)[]): VersionId {
  const own = [holding, ...holding.earlier].map(({ versionId }) => versionId);
  return (
    wanted.find((versionId) => versionId !== null && own.includes(versionId)) ?? holding.versionId
  );
}

/** Goes where the address leads each time it leads anew; the first time the desk begins there. */
function useCall(called: CalledPlace | null, jump: Reader["jump"]): void {
  const followed = useRef(called?.key);
  useEffect(() => {
    if (called === null || called.key === followed.current) return;
    followed.current = called.key;
    jump({ page: called.page });
  }, [called, jump]);
}

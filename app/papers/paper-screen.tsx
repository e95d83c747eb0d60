import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Remembered } from "../../domain/bookmarks";
import type { PageRun } from "../../domain/documents";
import { type DocumentId, VersionId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { KeepAct } from "../offline";
import { ItemReader, PageFrame, PaperGone, PaperOnly, PaperReader, useWaysBack } from "../reader";
import { MeetingPage, type Surroundings } from "../shell";
import { readerExtras } from "./extras";

/** A paper on a page of its own: before the meeting, at the desk, or larger than the room shows it. */
export function PaperScreen({
  surroundings,
  meeting,
  documentId,
  left,
  versionPages,
  asOf,
}: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  documentId: DocumentId;
  /** what the server remembers of this paper's reader */
  left: Remembered | null;
  /** sizes of the pages of what is read first, where the page came with them */
  versionPages: Readonly<Record<VersionId, readonly PageRun[]>>;
  /** of when it is, where it comes from the device */
  asOf: string | null;
}) {
  const t = useTranslations();
  const text = useText();
  const { shared } = meeting.view;
  const { meetingId } = shared;
  const back = useWaysBack();
  const navigate = useNavigate();
  const choose = useCallback(
    ({ documentId: wanted }: PaperView, page?: number) =>
      navigate(
        `/meetings/${meetingId}/papers/${wanted}${page === undefined ? "" : `?page=${page}`}`,
      ),
    [navigate, meetingId],
  );
  const [isBeside, setBeside] = useState(false);
  const beside = useMemo(() => ({ isOpen: isBeside, open: setBeside }), [isBeside]);
  const me = meeting.view.me.personId;
  const { called, calledVersion } = useAddress();
  const pack = useMemo(() => shared.items.flatMap(({ papers }) => papers), [shared.items]);
  const found = paperIn(shared.items, documentId);
  // who sees single papers by a hand-over comes from the day's work and goes back there
  const entersRoom = meeting.view.me.can.includes("room.enter");
  const room = entersRoom ? `/meetings/${meetingId}/room` : "/";
  if (found === null) {
    return (
      <MeetingPage
        surroundings={surroundings}
        title={text(shared.info.title)}
        back={room}
        connection={meeting.connection.state}
      >
        <PaperGone />
      </MeetingPage>
    );
  }
  const { item, paper } = found;
  const pages = item.papers.reduce(
    (sum, { holding }) => sum + (holding.type === "file" ? holding.pages : 0),
    0,
  );
  return (
    <MeetingPage
      surroundings={surroundings}
      title={`${t("agenda.item", { n: item.number })} · ${text(item.title)}`}
      detail={[
        ...(asOf === null ? [] : [asOf]),
        text(shared.info.title),
        t("documents.count", { n: item.papers.length }),
        t("documents.pages", { n: String(pages) }),
      ].join(" · ")}
      back={entersRoom ? `${room}?item=${item.itemId}` : room}
      acts={entersRoom && <KeepAct view={meeting.view} name={surroundings.person.name} />}
      connection={meeting.connection.state}
    >
      {paper.holding.type === "paper_only" ? (
        <PaperOnly item={item} paper={paper} choose={choose} copies={paper.holding.copies} />
      ) : (
        <div className="flex h-full portrait:flex-col">
          <div className="min-h-0 min-w-0 flex-1">
            <PaperReader
              key={paper.documentId}
              me={me}
              meetingId={meetingId}
              item={item}
              paper={paper}
              holding={paper.holding}
              papers={item.papers}
              pack={pack}
              choose={choose}
              extras={readerExtras}
              back={back}
              fullPage={null}
              beside={beside}
              called={called}
              calledVersion={calledVersion}
              left={left}
              versionPages={versionPages}
              frame={(desk) => <PageFrame>{desk}</PageFrame>}
            />
          </div>
          {beside.isOpen && (
            <section
              aria-label={t("reader.beside")}
              className="min-h-0 min-w-0 flex-1 border-s-2 border-border-strong portrait:border-s-0 portrait:border-t-2"
            >
              <ItemReader key={item.itemId} me={me} meetingId={meetingId} item={item} />
            </section>
          )}
        </div>
      )}
    </MeetingPage>
  );
}

function paperIn(
  items: readonly ItemView[],
  documentId: DocumentId,
): { item: ItemView; paper: PaperView } | null {
  for (const item of items) {
    const paper = item.papers.find((each) => each.documentId === documentId);
    if (paper !== undefined) return { item, paper };
  }
  return null;
}

/** `?page=` and `?version=`: where the address leads; what is no page and no version leads nowhere. */
function useAddress() {
  const { key } = useLocation();
  const [asked] = useSearchParams();
  const page = Number(asked.get("page"));
  const version = asked.get("version");
  const called = useMemo(
    () => (Number.isSafeInteger(page) && page >= 1 ? { page, key } : null),
    [page, key],
  );
  const parsed = VersionId.safeParse(version);
  return { called, calledVersion: parsed.success ? parsed.data : null };
}

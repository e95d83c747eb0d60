import { useNavigate } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { DocumentId, VersionId } from "../../domain/ids";
import type { ItemView, PaperView } from "../../domain/meetings";
import type { LiveMeeting } from "../live/use-meeting";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { readerExtras } from "../papers/extras";
import { PaperGone, PaperReader, useWaysBack } from "../reader";
import type { FileHolding } from "../reader/reader-context";
import { MeetingPage, type Surroundings } from "../shell";
import { ButtonLink } from "../ui";
import { ChangesDesk } from "./changes-desk";
import type { OlderVersion } from "./older-version";

/** What changed in a paper since another version of it, and what became of the reader's marks. */
export function ChangesScreen({
  surroundings,
  meeting,
  documentId,
  from,
}: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  documentId: DocumentId;
  /** the version it is compared with; null: the one before */
  from: VersionId | null;
}) {
  const t = useTranslations();
  const text = useText();
  const { shared, me } = meeting.view;
  const { meetingId } = shared;
  const { time, day } = useBodyTime(shared.timeZone);
  const back = useWaysBack();
  const navigate = useNavigate();
  const choose = useCallback(
    (paper: PaperView) => navigate(`/meetings/${meetingId}/papers/${paper.documentId}`),
    [navigate, meetingId],
  );
  const found = paperIn(shared.items, documentId);
  const older = found === null ? null : olderOf(found.holding, from);
  const paperPage = `/meetings/${meetingId}/papers/${documentId}`;
  if (found === null || older === null) {
    return (
      <MeetingPage
        surroundings={surroundings}
        title={text(shared.info.title)}
        back={found === null ? `/meetings/${meetingId}/room` : paperPage}
        connection={meeting.connection.state}
      >
        <PaperGone />
      </MeetingPage>
    );
  }
  const { item, paper, holding } = found;
  return (
    <MeetingPage
      surroundings={surroundings}
      title={t("changes.title", { paper: text(paper.title) })}
      detail={t("changes.detail", {
        item: item.number,
        n: String(holding.number),
        older: String(older.number),
        time: time(holding.attachedAt),
        day: day(holding.attachedAt),
      })}
      back={paperPage}
      connection={meeting.connection.state}
      acts={
        <ButtonLink
          to={`${paperPage}?version=${older.versionId}`}
          icon={BookOpen}
          variant="neutral"
          folds
        >
          {t("changes.openVersion", { n: String(older.number) })}
        </ButtonLink>
      }
    >
      <PaperReader
        key={`${documentId} ${holding.versionId}`}
        me={me.personId}
        meetingId={meetingId}
        item={item}
        paper={paper}
        holding={holding}
        papers={item.papers}
        choose={choose}
        extras={readerExtras}
        back={back}
        fullPage={null}
        withoutPages
        frame={() => <ChangesDesk older={older} />}
      />
    </MeetingPage>
  );
}

/** Of the paper's earlier versions the one asked for, or the last before the current one. */
function olderOf({ earlier }: FileHolding, from: VersionId | null): OlderVersion | null {
  const asked = earlier.find(({ versionId }) => versionId === from);
  return asked ?? [...earlier].sort((a, b) => b.number - a.number)[0] ?? null;
}

function paperIn(
  items: readonly ItemView[],
  documentId: DocumentId,
): { item: ItemView; paper: PaperView; holding: FileHolding } | null {
  for (const item of items) {
    const paper = item.papers.find((each) => each.documentId === documentId);
    if (paper?.holding.type === "file") return { item, paper, holding: paper.holding };
  }
  return null;
}

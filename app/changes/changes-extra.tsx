/** What joins the reader: news of a version that was not read yet, and of marks that ask for a place. */
import { GitCompareArrows } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { VersionId } from "../../domain/ids";
import { useMarksStore } from "../marks/marks-store";
import { NewsLine } from "../reader/notices";
import { type ReaderExtra, useReader } from "../reader/reader-context";
import { Button, ButtonLink } from "../ui";
import { isOwn } from "./review";
import { lastSeen, rememberSeen } from "./seen";
import { usePlacing } from "./use-placed-marks";

function News() {
  const t = useTranslations("changes");
  const { holding, paper, versionId } = useReader();
  const { documentId } = paper;
  useEffect(() => {
    // Whoever reads a paper for the first time has missed nothing.
    if (lastSeen(documentId) === null) rememberSeen(documentId, versionId);
  }, [documentId, versionId]);
  return holding.earlier.length === 0 ? null : <NewVersion key={holding.versionId} words={t} />;
}

function NewVersion({ words: t }: { words: ReturnType<typeof useTranslations<"changes">> }) {
  const { me, meetingId, paper, holding, versionId } = useReader();
  const store = useMarksStore();
  const { placed } = usePlacing(holding.versionId);
  const asking = useMemo(
    () =>
      placed.filter((each) => each.placement.state === "check" && isOwn(each, me, store.writable()))
        .length,
    [placed, me, store],
  );
  // Known in the browser only, and as it was before this visit.
  const [seen, setSeen] = useState<VersionId | null>(holding.versionId);
  useEffect(() => {
    setSeen(lastSeen(paper.documentId) ?? holding.versionId);
  }, [paper.documentId, holding.versionId]);

  const older = holding.earlier.find((each) => each.versionId === seen);
  const isNew = older !== undefined;
  const from = older ?? [...holding.earlier].sort((a, b) => b.number - a.number)[0];
  if (from === undefined || versionId !== holding.versionId || (!isNew && asking === 0))
    return null;
  return (
    <NewsLine icon={GitCompareArrows}>
      <span>
        {[
          isNew && t("news", { n: String(holding.number), older: String(from.number) }),
          asking > 0 && t("newsMarks", { n: asking }),
        ]
          .filter(Boolean)
          .join(" ")}
      </span>
      <span className="flex flex-wrap gap-2">
        {isNew && (
          <Button
            size="40"
            variant="quiet"
            onPress={() => {
              rememberSeen(paper.documentId, holding.versionId);
              setSeen(holding.versionId);
            }}
          >
            {t("dismiss")}
          </Button>
        )}
        <ButtonLink
          size="40"
          to={`/meetings/${meetingId}/papers/${paper.documentId}/changes?from=${from.versionId}`}
        >
          {t("see")}
        </ButtonLink>
      </span>
    </NewsLine>
  );
}

export const changesExtra: ReaderExtra = { News };

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentId } from "../../domain/ids";
import type { SearchAnswer } from "../../domain/search";
import { useText } from "../messages/text";
import { byItem, type ItemFindings, isSamePlace, placeOf } from "./findings";
import { PaperResults, type Unfolding, type WayToHit } from "./paper-results";
import type { HitPlace } from "./search-store";

/** The first papers show their first hits; of the others the name and the number of hits is enough. */
const papersUnfolded = 4;

/** What was found, by item and paper. Give it a `key` for each new answer. */
export function ResultList({
  answer,
  current,
  way,
  withMeetings,
}: {
  answer: SearchAnswer;
  current: HitPlace | null;
  way: WayToHit;
  /** hits may come from several meetings: each band says which */
  withMeetings: boolean;
}) {
  const [chosen, setChosen] = useState<ReadonlyMap<DocumentId, Unfolding>>(new Map());
  const unfolded = answer.papers.slice(0, papersUnfolded).map(({ paper }) => paper.documentId);
  const unfoldingOf = ({ paper, hits }: SearchAnswer["papers"][number]): Unfolding => {
    const { documentId } = paper;
    const wanted =
      chosen.get(documentId) ?? (unfolded.includes(documentId) ? ("first" as const) : "name");
    // where one stands is never folded away
    const place = hits.findIndex((hit) => isSamePlace(placeOf({ paper, hit }), current));
    if (place >= 2) return "all";
    return place >= 0 && wanted === "name" ? "first" : wanted;
  };
  return (
    <ol className="grid gap-1 pb-4">
      {byItem(answer).map((item) => (
        <li key={`${item.meetingId}:${item.itemId}`}>
          <Band item={item} withMeeting={withMeetings} />
          {item.papers.map((findings) => (
            <PaperResults
              key={findings.paper.documentId}
              findings={findings}
              unfolding={unfoldingOf(findings)}
              onUnfold={(to) =>
                setChosen((before) => new Map(before).set(findings.paper.documentId, to))
              }
              current={current}
              way={way}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Band({ item, withMeeting }: { item: ItemFindings; withMeeting: boolean }) {
  const t = useTranslations();
  const text = useText();
  return (
    <h3 className="mb-1 min-h-8 border-y border-border bg-surface-2 px-4 py-1.5 text-small font-[650] text-ink sm:px-6">
      {withMeeting && (
        <span className="block text-caption font-[500] text-muted">{text(item.meetingTitle)}</span>
      )}
      {`${t("agenda.item", { n: item.number })} · ${text(item.title)}`}
    </h3>
  );
}

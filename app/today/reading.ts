/** Where this person stopped reading a meeting's papers, for the page that asks them to go on. */
import type { Remembered } from "../../domain/bookmarks";
import type { DocumentId, ItemId, MeetingId } from "../../domain/ids";
import type { MeetingView, PaperView } from "../../domain/meetings";
import type { Bilingual } from "../../domain/text";
import type { MeetingSummary } from "../../server/cabinet";

export type Reading = {
  /** the paper that was read last, with the page under the eye */
  last: {
    meetingId: MeetingId;
    itemNumber: string;
    itemTitle: Bilingual;
    documentId: DocumentId;
    title: Bilingual;
    page: number;
    pages: number;
  } | null;
  /** items of which a paper that was opened has a newer version since */
  renewed: readonly { itemId: ItemId; number: string; from: number; to: number }[];
};

/** The meeting whose papers are to be read now: the one going on, else the next. */
export function meetingToRead(meetings: readonly MeetingSummary[]): MeetingSummary | null {
  const isLive = ({ phase }: MeetingSummary) =>
    phase.name === "in_session" || phase.name === "suspended";
  return (
    meetings.find(isLive) ??
    meetings.toReversed().find(({ phase }) => phase.name === "published") ??
    null
  );
}

/** From what this person may see of the meeting: a place in a paper out of sight is no place. */
export function readingOf(
  { shared }: MeetingView,
  remembered: Readonly<Record<DocumentId, Remembered>>,
): Reading {
  const read = shared.items.flatMap((item) =>
    item.papers.flatMap((paper) => {
      const place = remembered[paper.documentId]?.place ?? null;
      return place !== null && paper.holding.type === "file"
        ? [{ item, paper, place, holding: paper.holding }]
        : [];
    }),
  );
  const [latest] = read.toSorted((one, other) => other.place.at.localeCompare(one.place.at));
  return {
    last:
      latest === undefined
        ? null
        : {
            meetingId: shared.meetingId,
            itemNumber: latest.item.number,
            itemTitle: latest.item.title,
            documentId: latest.paper.documentId,
            title: latest.paper.title,
            page: Math.min(latest.place.page, latest.holding.pages),
            pages: latest.holding.pages,
          },
    renewed: read.flatMap(({ item, paper, place }) => {
      const versions = renewalOf(paper, place.versionId);
      return versions === null ? [] : [{ itemId: item.itemId, number: item.number, ...versions }];
    }),
  };
}

function renewalOf({ holding }: PaperView, read: string): { from: number; to: number } | null {
  if (holding.type !== "file") return null;
  const from = holding.earlier.find(({ versionId }) => versionId === read);
  return from === undefined ? null : { from: from.number, to: holding.number };
}

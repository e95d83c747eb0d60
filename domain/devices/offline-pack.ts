/**
 * What of a meeting goes onto a device: a view made from the one its viewer has, smaller by everything that must not
 * lie outside (DV1, DV2) and by everything that could only be done with the server (DV4).
 */
import type { BodyRules } from "../bodies";
import type { DocumentId, MeetingId, VersionId } from "../ids";
import type { ItemView, MeetingView, PaperView } from "../meetings";
import { type Instant, instantOf } from "../text";

/** DV3 */
const usual = { leaseDays: 7, gradeLevel: 0, keepDaysAfterEnd: 7 } as const;

/** What no body's setting exceeds (`BodyRules.offline`): what whoever reports a device lost is told. */
export const longestLeaseDays = 60;

export type OfflineRules = NonNullable<BodyRules["offline"]>;

export function offlineRulesOf(rules: Pick<BodyRules, "offline">): OfflineRules {
  return rules.offline ?? usual;
}

export type OfflinePack = {
  meetingId: MeetingId;
  /** of which publication it is */
  revision: number;
  view: MeetingView;
  files: readonly OfflineFile[];
  /** items that stay with the server, by their number on the agenda */
  keptBack: readonly { number: string; because: "grade" | "paper_only" }[];
  /** name of the lowest grade that stays with the server; null where the body has none above the setting */
  lowestKeptBack: { vi: string; en: string } | null;
  leaseDays: number;
  /** it leaves the device then, at the latest */
  keepUntil: Instant | null;
};

export type OfflineFile = { documentId: DocumentId; versionId: VersionId; pages: number };

type Rules = Pick<BodyRules, "grades" | "offline">;

/** Whether something of that grade may lie on a device; a grade the body does not know may not. */
export function mayGoOffline(rules: Rules, grade: string | null): boolean {
  if (grade === null) return true;
  const level = rules.grades.find(({ code }) => code === grade)?.level;
  return level !== undefined && level <= offlineRulesOf(rules).gradeLevel;
}

/**
 * Null while nothing was published (DV1), and for whoever sees nothing but single papers by a hand-over (DV11).
 * @param handed what the viewer sees by a hand-over alone, as the sight says
 */
export function offlinePackOf(
  rules: Rules,
  view: MeetingView,
  handed: readonly DocumentId[] = [],
): OfflinePack | null {
  const { shared, me } = view;
  if (shared.revision === null || !me.can.includes("room.enter")) return null;
  const { leaseDays, gradeLevel } = offlineRulesOf(rules);
  const above = (item: ItemView): boolean => {
    const parent = shared.items.find(({ itemId }) => itemId === item.parent);
    return !mayGoOffline(rules, item.grade) || (parent !== undefined && above(parent));
  };
  const goes = (paper: PaperView) => mayGoOffline(rules, paper.grade);
  // an item on which a paper was handed over is there for that paper's sake alone
  const isHanded = ({ papers }: ItemView) =>
    papers.some(({ documentId }) => handed.includes(documentId));
  const own = shared.items.filter((item) => !isHanded(item));
  const items = own
    .filter((item) => !above(item))
    .map((item) => ({ ...item, papers: item.papers.filter(goes).map(withoutEarlier) }));
  const keptBack = own.flatMap((item): OfflinePack["keptBack"] => {
    const { number, papers } = item;
    if (above(item) || !papers.every(goes)) return [{ number, because: "grade" }];
    const isPaper = papers.some(({ holding }) => holding.type === "paper_only");
    return isPaper ? [{ number, because: "paper_only" }] : [];
  });
  const lowest = rules.grades
    .filter(({ level }) => level > gradeLevel)
    .toSorted((a, b) => a.level - b.level)[0];
  return {
    meetingId: shared.meetingId,
    revision: shared.revision.number,
    view: {
      // of no audience: the first contact brings the whole again
      seq: 0,
      audience: "",
      shared: { ...shared, items, ballots: [], office: null },
      me: {
        ...me,
        votes: {},
        onRoll: [],
        can: [],
        handovers: me.handovers.filter(({ member }) => member.personId === me.personId),
      },
    },
    files: items.flatMap(({ papers }) =>
      papers.flatMap(({ documentId, holding }) =>
        holding.type === "file"
          ? [{ documentId, versionId: holding.versionId, pages: holding.pages }]
          : [],
      ),
    ),
    keptBack,
    lowestKeptBack: lowest?.name ?? null,
    leaseDays,
    keepUntil: keepUntil(rules, view),
  };
}

/** DV10: null while the meeting has not ended. */
export function keepUntil(rules: Pick<BodyRules, "offline">, view: MeetingView): Instant | null {
  const { phase } = view.shared;
  const ended =
    phase.name === "closed" ? phase.closedAt : phase.name === "cancelled" ? phase.at : null;
  if (ended === null) return null;
  const days = offlineRulesOf(rules).keepDaysAfterEnd;
  return instantOf(new Date(Date.parse(ended) + days * 24 * 3_600_000));
}

/** Only the version being read lies on the device. */
function withoutEarlier(paper: PaperView): PaperView {
  const { holding } = paper;
  return holding.type === "file" ? { ...paper, holding: { ...holding, earlier: [] } } : paper;
}

/**
 * Searching: in one meeting's papers or in everything, and only in what this person may see, asked anew each
 * time. The index narrows the pages down; the domain finds, ranks and cuts, as it does over the offline copy.
 */
import type { Sql } from "postgres";
import type { DocumentId, MeetingId, PersonId, VersionId } from "../../domain/ids";
import { audienceOf, type MeetingState, type Sight, sharedViewOf } from "../../domain/meetings";
import {
  lookBy,
  nothingFound,
  parseQuery,
  type Reading,
  readingsOf,
  type SearchAnswer,
  type SearchedPaper,
  searchablePage,
  searchedPapersOf,
} from "../../domain/search";
import type { SightOn } from "../documents/reads";
import { candidateMeetings, candidatePages, silentVersions } from "./candidates";
import { takingTurns } from "./turns";

export function searchReads(sql: Sql, sightOn: SightOn) {
  const inTurn = takingTurns();

  const papersSeenBy = async (meetingId: MeetingId, personId: PersonId) => {
    const seen = await sightOn(meetingId, personId);
    return seen === null ? null : papersIn(seen.state, seen.sight);
  };

  const searchPapers = (papers: readonly SearchedPaper[], reading: Reading) =>
    inTurn(async (giveWay) => {
      const paperOf = new Map(papers.map((paper) => [paper.versionId, paper]));
      const look = lookBy<SearchedPaper>(reading);
      // they come in the order of the papers
      for (const { versionId, page, content } of await candidatePages(
        sql,
        versionsOf(papers),
        reading,
      )) {
        const paper = paperOf.get(versionId);
        if (paper !== undefined && !look.into(paper, page, searchablePage(content))) break;
        await giveWay();
      }
      return look.found();
    });

  return {
    /**
     * In the papers of a meeting, or in one of them (`documentId`).
     * @returns null when the meeting or the paper is not there for this person
     */
    async searchMeeting(
      meetingId: MeetingId,
      personId: PersonId,
      { typed, documentId }: { typed: string; documentId: DocumentId | null },
    ): Promise<SearchAnswer | null> {
      const all = await papersSeenBy(meetingId, personId);
      if (all === null) return null;
      const papers = all.filter((paper) => documentId === null || paper.documentId === documentId);
      if (papers.length === 0 && documentId !== null) return null;
      const query = parseQuery(typed);
      const silences = await silentVersions(sql, versionsOf(papers));
      const silent = papers.flatMap((paper) => {
        const reliability = silences.get(paper.versionId);
        return reliability === undefined ? [] : { paper, reliability };
      });
      for (const reading of readingsOf(query)) {
        const found = await searchPapers(papers, reading);
        if (found.count > 0) return { ...found, silent };
      }
      return { ...nothingFound(query), silent };
    },

    /** In every paper that this person may see, those of the latest meetings first. */
    async searchEverything(personId: PersonId, typed: string): Promise<SearchAnswer> {
      const query = parseQuery(typed);
      for (const reading of readingsOf(query)) {
        const papers: SearchedPaper[] = [];
        for (const meetingId of await candidateMeetings(sql, personId, reading)) {
          papers.push(...((await papersSeenBy(meetingId, personId)) ?? []));
        }
        const found = await searchPapers(papers, reading);
        if (found.count > 0) return { ...found, silent: [] };
      }
      return { ...nothingFound(query), silent: [] };
    },
  };
}

function versionsOf(papers: readonly SearchedPaper[]): VersionId[] {
  return papers.map(({ versionId }) => versionId);
}

/** States are immutable and shared by all who ask, so what an audience finds in one is worked out once. */
const known = new WeakMap<MeetingState, Map<string, readonly SearchedPaper[]>>();

function papersIn(state: MeetingState, sight: Sight): readonly SearchedPaper[] {
  const byAudience = known.get(state) ?? new Map<string, readonly SearchedPaper[]>();
  known.set(state, byAudience);
  const audience = audienceOf(sight);
  const papers = byAudience.get(audience) ?? searchedPapersOf(sharedViewOf(state, sight));
  byAudience.set(audience, papers);
  return papers;
}

/** How papers change by what happened; total, never refuses. */
import type { DocumentId, ItemId } from "../ids";
import { type Evolvers, evolveBy, omit, type Recorded } from "../stream";
import type { DocumentEvent } from "./events";
import type { Paper, PapersState } from "./paper";

export const emptyPapers: PapersState = { papers: {}, byItem: {} };

function withPaper(state: PapersState, paper: Paper): PapersState {
  const isNew = state.papers[paper.documentId] === undefined;
  const siblings = state.byItem[paper.itemId] ?? [];
  return {
    papers: { ...state.papers, [paper.documentId]: paper },
    byItem: isNew
      ? { ...state.byItem, [paper.itemId]: [...siblings, paper.documentId] }
      : state.byItem,
  };
}

function changed(
  state: PapersState,
  documentId: DocumentId,
  change: (paper: Paper) => Paper,
): PapersState {
  const paper = state.papers[documentId];
  return paper === undefined
    ? state
    : { ...state, papers: { ...state.papers, [documentId]: change(paper) } };
}

function without(list: readonly DocumentId[], documentId: DocumentId): DocumentId[] {
  return list.filter((other) => other !== documentId);
}

const evolvers: Evolvers<DocumentEvent, PapersState> = {
  "document.attached": (state, event, { at }) => {
    const current = {
      versionId: event.versionId,
      sha256: event.sha256,
      pages: event.pages,
      sizeBytes: event.sizeBytes,
      fileName: event.sealed.fileName,
      flags: event.flags,
      number: event.versionNumber,
      attachedAt: at,
    };
    const before = state.papers[event.documentId]?.holding;
    return withPaper(state, {
      documentId: event.documentId,
      itemId: event.itemId,
      kind: event.kind,
      title: event.sealed.title,
      grade: event.grade,
      holding: {
        type: "file",
        current,
        earlier: before?.type === "file" ? [...before.earlier, before.current] : [],
      },
    });
  },
  "document.reference_attached": (state, event) =>
    withPaper(state, {
      documentId: event.documentId,
      itemId: event.itemId,
      kind: event.kind,
      title: event.sealed.title,
      grade: event.grade,
      holding: { type: "paper_only", copies: event.copies },
    }),
  "document.described": (state, event) =>
    changed(state, event.documentId, (paper) => ({
      ...paper,
      kind: event.kind,
      grade: event.grade,
      title: event.sealed.title,
    })),
  "document.moved": (state, event) => {
    const paper = state.papers[event.documentId];
    if (paper === undefined) return state;
    const others = without(state.byItem[paper.itemId] ?? [], event.documentId);
    others.splice(event.position, 0, event.documentId);
    return { ...state, byItem: { ...state.byItem, [paper.itemId]: others } };
  },
  "document.removed": (state, event) => {
    const paper = state.papers[event.documentId];
    if (paper === undefined) return state;
    return {
      papers: omit(state.papers, event.documentId),
      byItem: {
        ...state.byItem,
        [paper.itemId]: without(state.byItem[paper.itemId] ?? [], event.documentId),
      },
    };
  },
};

export function evolvePapers(state: PapersState, recorded: Recorded<DocumentEvent>): PapersState {
  return evolveBy(evolvers, state, recorded);
}

/** The papers of an item that is taken off the agenda go with it. */
export function withoutItem(state: PapersState, itemId: ItemId): PapersState {
  const gone = state.byItem[itemId] ?? [];
  if (gone.length === 0) return state;
  let papers: PapersState["papers"] = state.papers;
  for (const documentId of gone) papers = omit(papers, documentId);
  return { papers, byItem: omit(state.byItem, itemId) };
}

/** Deciders of papers: what may stand on an item of the agenda. Rules DO1… in RULES.md. */
import type { Grade } from "../bodies";
import type { DocumentId, ItemId, VersionId } from "../ids";
import { accept, type Deciders, type Decision, decideBy, refuse } from "../stream";
import type { DocumentCommands } from "./commands";
import type { DocumentEvent } from "./events";
import type { Paper, PapersState, ReadyVersion } from "./paper";

export type DocumentRefusal =
  | "document.unknown"
  | "document.item_unknown"
  | "document.grade_unknown"
  | "document.above_ceiling"
  | "document.version_not_ready"
  | "document.version_used"
  | "document.exists"
  | "document.paper_only";

/** What a paper needs to know of the agenda it stands on. */
export type PaperSetting = {
  itemExists(itemId: ItemId): boolean;
  grades: readonly Grade[];
};

export type PaperContext = {
  versions: ReadonlyMap<VersionId, ReadyVersion>;
  /** highest level whose bytes this installation holds; 0 = ungraded only */
  gradeCeiling: number;
};

type Decided = Decision<DocumentEvent, DocumentRefusal>;

/** DO3, DO4: the grade is one of the body's; bytes above the installation's ceiling never enter. */
function gradeProblem(
  setting: PaperSetting,
  grade: string | null,
  ceiling: number,
): Extract<Decided, { refusal: object }> | null {
  if (grade === null) return null;
  const known = setting.grades.find((candidate) => candidate.code === grade);
  if (known === undefined) return refuse("document.grade_unknown", { grade });
  return known.level > ceiling ? refuse("document.above_ceiling", { grade }) : null;
}

function versionIsUsed(state: PapersState, versionId: VersionId): boolean {
  return Object.values(state.papers).some(
    ({ holding }) =>
      holding.type === "file" &&
      [holding.current, ...holding.earlier].some((version) => version.versionId === versionId),
  );
}

function attach(
  setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands["document.attach"],
  context: PaperContext,
): Decided {
  if (!setting.itemExists(command.itemId)) return refuse("document.item_unknown");
  const problem = gradeProblem(setting, command.grade, context.gradeCeiling);
  if (problem !== null) return problem;
  const version = context.versions.get(command.versionId);
  if (version === undefined) return refuse("document.version_not_ready");
  if (versionIsUsed(state, command.versionId)) return refuse("document.version_used");
  const paper = state.papers[command.documentId];
  if (paper !== undefined && paper.itemId !== command.itemId) return refuse("document.exists");
  if (paper?.holding.type === "paper_only") return refuse("document.paper_only");
  return accept<DocumentEvent>({
    type: "document.attached",
    itemId: command.itemId,
    documentId: command.documentId,
    kind: command.kind,
    grade: command.grade,
    versionNumber: paper === undefined ? 1 : paper.holding.current.number + 1,
    versionId: version.versionId,
    sha256: version.sha256,
    pages: version.pages,
    sizeBytes: version.sizeBytes,
    flags: version.flags,
    sealed: { title: command.title, fileName: version.fileName },
  });
}

function attachReference(
  setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands["document.attach_reference"],
): Decided {
  if (!setting.itemExists(command.itemId)) return refuse("document.item_unknown");
  if (state.papers[command.documentId] !== undefined) return refuse("document.exists");
  // DO5: only the line stands here, the paper does not, so the ceiling of bytes does not apply
  const problem = gradeProblem(setting, command.grade, Number.POSITIVE_INFINITY);
  if (problem !== null) return problem;
  return accept<DocumentEvent>({
    type: "document.reference_attached",
    itemId: command.itemId,
    documentId: command.documentId,
    kind: command.kind,
    grade: command.grade,
    copies: command.copies,
    sealed: { title: command.title },
  });
}

function describe(
  setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands["document.describe"],
  context: PaperContext,
): Decided {
  const paper = state.papers[command.documentId];
  if (paper === undefined) return refuse("document.unknown");
  const ceiling = paper.holding.type === "file" ? context.gradeCeiling : Number.POSITIVE_INFINITY;
  const problem = gradeProblem(setting, command.grade, ceiling);
  if (problem !== null) return problem;
  return accept<DocumentEvent>({
    type: "document.described",
    documentId: command.documentId,
    kind: command.kind,
    grade: command.grade,
    sealed: { title: command.title },
  });
}

function move(
  _setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands["document.move"],
): Decided {
  const paper = state.papers[command.documentId];
  if (paper === undefined) return refuse("document.unknown");
  const last = siblingsOf(state, paper).length - 1;
  return accept<DocumentEvent>({
    type: "document.moved",
    documentId: command.documentId,
    position: Math.min(command.position, last),
  });
}

function remove(
  _setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands["document.remove"],
): Decided {
  if (state.papers[command.documentId] === undefined) return refuse("document.unknown");
  return accept<DocumentEvent>({ type: "document.removed", documentId: command.documentId });
}

export function siblingsOf(state: PapersState, paper: Paper): readonly DocumentId[] {
  return state.byItem[paper.itemId] ?? [];
}

const deciders: Deciders<
  DocumentCommands,
  PaperSetting,
  PapersState,
  PaperContext,
  DocumentEvent,
  DocumentRefusal
> = {
  "document.attach": attach,
  "document.attach_reference": attachReference,
  "document.describe": describe,
  "document.move": move,
  "document.remove": remove,
};

/** Decides a command on papers; refusals name the rule that stands against it. */
export function decideDocument(
  setting: PaperSetting,
  state: PapersState,
  command: DocumentCommands[keyof DocumentCommands],
  context: PaperContext,
): Decided {
  return decideBy(deciders, setting, state, command, context);
}

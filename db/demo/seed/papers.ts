/** Prints the papers and takes them in; what an earlier run has taken in already is not printed again. */
import { MeetingId, type PersonId, VersionId } from "../../../domain/ids";
import { demoId } from "../identifiers";
import {
  type DemoMeeting,
  type DemoPaper,
  demoPapers,
  type PaperPlan,
  paperPlans,
} from "../papers";

export type IntakeTools = {
  /** Structurally the server's intake of bytes at hand. */
  intakeBuffer(
    upload: {
      versionId: VersionId;
      meetingId: MeetingId;
      uploadedBy: PersonId | null;
      fileName: string;
      grade: string | null;
    },
    bytes: Uint8Array,
  ): Promise<unknown>;
  settled(versionId: VersionId): Promise<{ ok: boolean } | "under_way" | null>;
};

export const meetingIdOf = (meeting: DemoMeeting): MeetingId =>
  MeetingId.parse(demoId("meeting", meeting));
export type VersionIds = ReadonlyMap<string, VersionId>;

/** Papers being looked into while the next are printed; more only wait in memory. */
const atOnce = 4;

/** A machine short of breath may fail a check that has nothing to do with the paper. */
const attempts = 3;

/** The version of every paper, by its key. */
export async function takeInPapers(tools: IntakeTools): Promise<VersionIds> {
  const versions = new Map<string, VersionId>();
  const wanted: PaperPlan[] = [];
  for (const plan of paperPlans) {
    const { versionId, ready } = await nextVersion(tools, plan.key);
    if (ready) versions.set(plan.key, versionId);
    else wanted.push(plan);
  }
  // the longest first: the last to be looked into is then a short one
  wanted.sort((a, b) => b.pages - a.pages);
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const paper of demoPapers(wanted)) {
    const work: Promise<void> = takeIn(tools, paper)
      .then((versionId) => void versions.set(paper.key, versionId))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    if (underWay.size >= atOnce) await Promise.race(underWay);
    if (failures.length > 0) break;
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
  return versions;
}

async function takeIn(tools: IntakeTools, paper: DemoPaper): Promise<VersionId> {
  const { key, meeting, fileName, bytes } = paper;
  for (let attempt = 1; ; attempt += 1) {
    const { versionId, ready } = await nextVersion(tools, key);
    if (ready) return versionId;
    try {
      await tools.intakeBuffer(
        { versionId, meetingId: meetingIdOf(meeting), uploadedBy: null, fileName, grade: null },
        bytes,
      );
      return versionId;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

/** An interrupted upload is settled for good as rejected; the next attempt is another version. */
async function nextVersion(
  tools: IntakeTools,
  key: string,
): Promise<{ versionId: VersionId; ready: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const versionId = VersionId.parse(demoId("version", `${key}/${attempt}`));
    const settled = await tools.settled(versionId);
    if (settled === null) return { versionId, ready: false };
    if (settled !== "under_way" && settled.ok) return { versionId, ready: true };
  }
}

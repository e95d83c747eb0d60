/** Prints the papers and takes them in; what an earlier run has taken in already is not printed again. */
import { MeetingId, type PersonId, VersionId } from "../../../domain/ids";
import { demoId } from "../identifiers";
import { type DemoMeeting, demoPapers, type PaperPlan, paperPlans } from "../papers";

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

/** The version of every paper, by its key. */
export async function takeInPapers(tools: IntakeTools): Promise<VersionIds> {
  const versions = new Map<string, VersionId>();
  const wanted: PaperPlan[] = [];
  for (const plan of paperPlans) {
    const { versionId, ready } = await nextVersion(tools, plan.key);
    versions.set(plan.key, versionId);
    if (!ready) wanted.push(plan);
  }
  // the longest first: the last to be looked into is then a short one
  wanted.sort((a, b) => b.pages - a.pages);
  const underWay = new Set<Promise<unknown>>();
  for await (const { key, meeting, fileName, bytes } of demoPapers(wanted)) {
    const versionId = versions.get(key);
    if (versionId === undefined) throw new Error(`the paper ${key} has no version`);
    const work = tools
      .intakeBuffer(
        { versionId, meetingId: meetingIdOf(meeting), uploadedBy: null, fileName, grade: null },
        bytes,
      )
      .finally(() => underWay.delete(work));
    underWay.add(work);
    if (underWay.size >= atOnce) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return versions;
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

import type { MeetingState, Revision } from "./meeting";

/** The pack that members hold now. */
export function latestRevision(state: MeetingState): Revision | null {
  return state.revisions.at(-1) ?? null;
}

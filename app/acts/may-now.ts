import { type MeetingView, phasesOf } from "../../domain/meetings";

/** Whether the viewer may give this command, and the meeting is in a phase that takes it. */
export function mayNow(
  { me, shared }: Pick<MeetingView, "me" | "shared">,
  type: keyof typeof phasesOf,
): boolean {
  return me.can.includes(type) && phasesOf[type].includes(shared.phase.name);
}

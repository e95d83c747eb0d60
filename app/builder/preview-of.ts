import type { MeetingView } from "../../domain/meetings";
import type { LiveMeeting } from "../live/use-meeting";

/** Another person's view to look at: it can do nothing, because it is not theirs who looks. */
export function previewOf(view: MeetingView, connection: LiveMeeting["connection"]): LiveMeeting {
  return {
    view: { ...view, me: { ...view.me, can: [], onRoll: [] } },
    gone: false,
    connection,
    pending: [],
    send: () => Promise.reject(new Error("A preview sends nothing.")),
  };
}

import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { MeetingView } from "../../domain/meetings";
import { meetingOf } from "../cabinet.server";

/** A meeting's own address leads to where the asker works on it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await meetingOf(context, params.meetingId);
  if (!view.me.can.includes("room.enter")) return redirect(firstPaper(view));
  return redirect(`/meetings/${view.shared.meetingId}/${placeFor(view)}`);
}

/** The builder while it is prepared, for those who prepare or approve it; the room for everybody else. */
function placeFor({ shared, me }: MeetingView): "edit" | "room" {
  const works = me.can.includes("meeting.edit") || me.can.includes("meeting.approve");
  return works && shared.revision === null ? "edit" : "room";
}

/** Where who sees single papers finds them. */
function firstPaper({ shared }: MeetingView): string {
  const [paper] = shared.items.flatMap(({ papers }) => papers);
  return paper === undefined ? "/" : `/meetings/${shared.meetingId}/papers/${paper.documentId}`;
}

/** Never drawn; with it the address is a page, so that "not found" is shown inside the shell. */
export default function MeetingAddress() {
  return null;
}

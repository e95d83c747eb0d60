import type { MeetingView } from "../../domain/meetings";
import { part, useProgress } from "../ui";

const keepButton = part(() => import("./keep-button"));

/** Where there is something published to keep. What the device keeps already is known a moment after the page. */
export function KeepAct({ view, name }: { view: MeetingView; name: string }) {
  const progress = useProgress(keepButton);
  const { meetingId, revision } = view.shared;
  if (revision === null || progress.state !== "there") return null;
  const { KeepButton } = progress.loaded;
  return <KeepButton meetingId={meetingId} person={{ personId: view.me.personId, name }} />;
}

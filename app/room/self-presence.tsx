import { UserCheck, Video } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { LiveMeeting } from "../live/use-meeting";
import { useBodyTime } from "../messages/body-time";
import { useRefusalSentence } from "../messages/refusal";
import { announceProblem, Button } from "../ui";

/** The viewer's own arrival: in the room or from elsewhere. Nothing for those who are here, or not asked. */
export function SelfPresence({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("attendance");
  const sentence = useRefusalSentence();
  const [isSending, setSending] = useState(false);
  const { me, shared } = meeting.view;
  const { time } = useBodyTime(shared.timeZone);
  const { invitationId, presence } = me;
  if (invitationId === null || presence === null) return null;
  if (presence.state === "room" || presence.state === "remote") {
    return (
      <p className="flex items-center gap-2 text-small text-on-approve-soft">
        <UserCheck aria-hidden className="size-5 text-approve" />
        {t("checkedInAt", { time: time(presence.at) })}
      </p>
    );
  }
  // One question at a time: first whether one comes, then that one is here.
  if (shared.phase.name === "published" && me.invitation?.state === "sent") return null;
  const isOpenForIt = ["published", "in_session", "suspended"].includes(shared.phase.name);
  if (!me.can.includes("presence.check_in") || !isOpenForIt) return null;
  const checkIn = async (where: "room" | "remote") => {
    setSending(true);
    const answer = await meeting.send({
      type: "presence.check_in",
      meetingId: shared.meetingId,
      invitationId,
      where,
    });
    setSending(false);
    if (!answer.ok) announceProblem(sentence(answer.refusal));
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={UserCheck} isPending={isSending} onPress={() => checkIn("room")}>
        {t("checkInSelf")}
      </Button>
      {shared.info.form !== "room" && (
        <Button
          variant="neutral"
          icon={Video}
          isDisabled={isSending}
          onPress={() => checkIn("remote")}
        >
          {t("checkInSelfRemote")}
        </Button>
      )}
    </div>
  );
}

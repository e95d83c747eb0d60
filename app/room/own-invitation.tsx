import { CalendarX, Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ReasonDialog, useAct } from "../acts";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { Button, Tag } from "../ui";

/** The viewer's own answer to the invitation, while the meeting has not begun. */
export function OwnInvitation({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("attendance");
  const text = useText();
  const act = useAct(meeting);
  const [isAsking, setAsking] = useState(false);
  const { me, shared } = meeting.view;
  const { invitationId, invitation } = me;
  if (invitationId === null || invitation === null || shared.phase.name !== "published")
    return null;
  if (me.presence !== null && me.presence.state !== "expected") return null;
  const { meetingId } = shared;
  const mayAnswer = invitation.state === "sent" || invitation.state === "absence_refused";
  if (!mayAnswer) {
    return (
      <p>
        <Tag icon={Check} tone={invitation.state === "confirmed" ? "approve" : "neutral"}>
          {t(`invitation.${invitation.state}`)}
        </Tag>
      </p>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {me.can.includes("invitation.confirm") && (
        <Button
          icon={Check}
          isPending={act.underWay === "invitation.confirm"}
          onPress={() => act.run({ type: "invitation.confirm", meetingId, invitationId })}
        >
          {t("confirmSelf")}
        </Button>
      )}
      {me.can.includes("invitation.request_absence") && invitation.state === "sent" && (
        <Button variant="neutral" icon={CalendarX} onPress={() => setAsking(true)}>
          {t("requestSelf")}
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={t("requestSelf")}
          subject={text(shared.info.title)}
          isRequired
          confirm={t("requestSelf")}
          onClose={() => setAsking(false)}
          onConfirm={(reason) =>
            act.run({ type: "invitation.request_absence", meetingId, invitationId, reason })
          }
        />
      )}
    </div>
  );
}

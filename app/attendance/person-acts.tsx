import { DoorOpen, LogOut, UserCheck, Users, Video } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Whereabouts } from "../../domain/attendance";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import { type Act, ReasonDialog } from "../acts";
import { Button } from "../ui";
import type { Invitable } from "./invitable";
import { SubstituteDialog } from "./substitute-dialog";

/** What can be recorded of one person now: arrival, absence for a while, a substitute, an answer to a request. */
export function PersonActs(props: {
  person: OfficeView["participants"][number];
  view: MeetingView;
  act: Act;
  people: readonly Invitable[];
}) {
  const { person, view, act, people } = props;
  const { meetingId } = view.shared;
  const { invitationId, presence, invitation, capacity } = person;
  const t = useTranslations("attendance");
  const [asking, setAsking] = useState<"refuse" | "substitute" | null>(null);
  const may = (type: string) => view.me.can.includes(type);
  const isHere = presence.state === "room" || presence.state === "remote";
  const record = (where: Whereabouts) =>
    act.run({ type: "presence.record", meetingId, invitationId, where });
  return (
    <>
      {invitation.state === "absence_requested" && may("invitation.grant_absence") && (
        <div className="grid grid-cols-2 gap-2">
          <Button
            onPress={() => act.run({ type: "invitation.grant_absence", meetingId, invitationId })}
          >
            {t("grant")}
          </Button>
          <Button variant="neutral" onPress={() => setAsking("refuse")}>
            {t("refuse")}
          </Button>
        </div>
      )}
      {may("presence.record") &&
        (isHere ? (
          <div className="grid grid-cols-2 gap-2">
            <Button variant="neutral" icon={DoorOpen} onPress={() => record("away")}>
              {t("away")}
            </Button>
            <Button variant="neutral" icon={LogOut} onPress={() => record("left")}>
              {t("left")}
            </Button>
          </div>
        ) : (
          <>
            <Button
              variant="primary"
              wide
              icon={UserCheck}
              isDisabled={!act.isConnected}
              onPress={() => record("room")}
            >
              {t(presence.state === "expected" ? "checkInPresent" : "backIn")}
            </Button>
            <Button variant="neutral" wide icon={Video} onPress={() => record("remote")}>
              {t("remote")}
            </Button>
          </>
        ))}
      {capacity === "member" &&
        !isHere &&
        invitation.state !== "substitute_named" &&
        may("invitation.name_substitute") && (
          <Button variant="neutral" wide icon={Users} onPress={() => setAsking("substitute")}>
            {t("substitute")}
          </Button>
        )}
      {asking === "refuse" && (
        <ReasonDialog
          title={t("refuse")}
          subject={person.name}
          isRequired
          confirm={t("refuse")}
          onClose={() => setAsking(null)}
          onConfirm={(reason) =>
            act.run({ type: "invitation.refuse_absence", meetingId, invitationId, reason })
          }
        />
      )}
      {asking === "substitute" && (
        <SubstituteDialog
          person={person}
          view={view}
          act={act}
          people={people}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

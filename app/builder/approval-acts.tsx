import { CheckCheck, Send, Undo2, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import { type Act, mayNow, ReasonDialog } from "../acts";
import { useText } from "../messages/text";
import { announceDone, Button } from "../ui";
import { PublishDialog } from "./publish-dialog";

/**
 * The way of a pack: submitted, approved, published. The button to submit can always be pressed; while
 * something required is missing it sends nothing and leads to the first of it.
 */
export function ApprovalActs(props: {
  view: MeetingView;
  office: OfficeView;
  act: Act;
  /** whether the body's rules ask for an approval before the first publication */
  needsApproval: boolean;
  onMissing: (itemId: ItemId | null) => void;
}) {
  const { view, office, act, needsApproval, onMissing } = props;
  const { meetingId, phase, revision, info } = view.shared;
  const t = useTranslations();
  const text = useText();
  const [asking, setAsking] = useState<"send_back" | "publish" | null>(null);
  const required = office.missing.filter(({ rank }) => rank === "required");
  const submit = async () => {
    const first = required[0];
    if (first !== undefined) return onMissing(first.itemId);
    if (await act.run({ type: "meeting.submit", meetingId })) announceDone(t("builder.submitted"));
  };
  const mayPublish =
    mayNow(view, "meeting.publish") &&
    (revision === null ? !needsApproval || phase.name === "approved" : office.changes.length > 0);
  return (
    <>
      {mayNow(view, "meeting.send_back") && (
        <Button size="40" variant="neutral" icon={Undo2} onPress={() => setAsking("send_back")}>
          {t("builder.sendBack")}
        </Button>
      )}
      {needsApproval && mayNow(view, "meeting.submit") && (
        <Button
          size="40"
          variant="primary"
          icon={Upload}
          isPending={act.underWay === "meeting.submit"}
          onPress={submit}
        >
          {t("builder.submit")}
        </Button>
      )}
      {mayNow(view, "meeting.approve") && (
        <Button
          size="40"
          variant="primary"
          icon={CheckCheck}
          isPending={act.underWay === "meeting.approve"}
          onPress={async () => {
            if (await act.run({ type: "meeting.approve", meetingId }))
              announceDone(t("builder.approved"));
          }}
        >
          {t("builder.approve")}
        </Button>
      )}
      {mayPublish && (
        <Button size="40" variant="primary" icon={Send} onPress={() => setAsking("publish")}>
          {revision === null
            ? t("builder.publish")
            : t("builder.republish", { n: String(revision.number + 1) })}
        </Button>
      )}
      {asking === "send_back" && (
        <ReasonDialog
          title={t("builder.sendBack")}
          subject={text(info.title)}
          isRequired
          confirm={t("builder.sendBack")}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => act.run({ type: "meeting.send_back", meetingId, reason })}
        />
      )}
      {asking === "publish" && (
        <PublishDialog view={view} office={office} act={act} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

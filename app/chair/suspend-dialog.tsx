import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MeetingView } from "../../domain/meetings";
import { instantOf } from "../../domain/text";
import type { Act } from "../acts";
import { instantAt, localOf } from "../meetings";
import { Dialog, MomentField } from "../ui";

const usualBreakMs = 15 * 60_000;

/** A pause, with the time it lasts to; the members see it large. */
export function SuspendDialog(props: { view: MeetingView; act: Act; onClose: () => void }) {
  const { view, act, onClose } = props;
  const { shared } = view;
  const t = useTranslations();
  const [until, setUntil] = useState(() =>
    localOf(instantOf(new Date(Date.now() + usualBreakMs)), shared.timeZone),
  );
  const suspend = async () => {
    const done = await act.run({
      type: "session.suspend",
      meetingId: shared.meetingId,
      until: instantAt(until, shared.timeZone),
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={t("chair.suspend")}
      isOpen
      onClose={onClose}
      confirm={{
        label: t("chair.suspend"),
        isPending: act.underWay === "session.suspend",
        onPress: suspend,
      }}
    >
      <MomentField
        kind="datetime-local"
        label={`${t("chair.suspendUntil")} (${t("ui.optional")})`}
        value={until}
        onChange={setUntil}
      />
    </Dialog>
  );
}

import { UserX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemView } from "../../domain/meetings";
import { mayNow, ReasonDialog, useAct } from "../acts";
import { isDone, useItemTitle } from "../agenda";
import type { LiveMeeting } from "../live/use-meeting";
import { announceDone, Button } from "../ui";

/** The viewer's own interest in the item that lies open: declared by oneself, once. */
export function DeclareAct({ meeting, item }: { meeting: LiveMeeting; item: ItemView }) {
  const t = useTranslations("recusals");
  const titleOf = useItemTitle();
  const act = useAct(meeting);
  const [isAsking, setAsking] = useState(false);
  const { view } = meeting;
  const isDeclared = view.me.recusals.some(({ itemId }) => itemId === item.itemId);
  if (!mayNow(view, "recusal.declare") || isDone(item) || isDeclared) return null;
  const { meetingId } = view.shared;
  return (
    <div>
      <Button
        size="40"
        variant="neutral"
        icon={UserX}
        isDisabled={!act.isConnected}
        label={`${t("declare")}: ${titleOf(item)}`}
        onPress={() => setAsking(true)}
      >
        {t("declare")}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t("declare")}
          subject={`${item.number}. ${titleOf(item)}`}
          explain={t("declareExplain")}
          isRequired
          confirm={t("declare")}
          onClose={() => setAsking(false)}
          onConfirm={async (reason) => {
            const { itemId } = item;
            const done = await act.run({ type: "recusal.declare", meetingId, itemId, reason });
            if (done) announceDone(t("declared"));
            return done;
          }}
        />
      )}
    </div>
  );
}

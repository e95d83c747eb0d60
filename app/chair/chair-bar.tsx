import {
  CircleStop,
  Coffee,
  Gavel,
  type LucideIcon,
  Megaphone,
  Play,
  Square,
  Vote,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { MeetingView } from "../../domain/meetings";
import type { Act } from "../acts";
import { useItemTitle } from "../agenda";
import { Button, Dialog } from "../ui";
import { ConcludeDialog } from "./conclude-dialog";
import { type Duration, secondsOf } from "./duration";
import { nextStep } from "./next-step";
import { OpenDespiteDialog } from "./open-despite-dialog";
import { SuspendDialog } from "./suspend-dialog";

const icons: Record<ReturnType<typeof nextStep>["step"], LucideIcon> = {
  open_session: Gavel,
  resume: Play,
  call: Play,
  open_ballot: Vote,
  close_ballot: CircleStop,
  declare: Megaphone,
  conclude: Gavel,
  close_session: Square,
  none: Square,
};

/** 92 px at the bottom: the pause far left, the quorum, and the one solid button at the right. */
export function ChairBar(props: {
  view: MeetingView;
  act: Act;
  duration: Duration;
  concluding: ItemId | null;
  onConcluding: (itemId: ItemId | null) => void;
}) {
  const { view, act, duration, concluding, onConcluding } = props;
  const { shared, me } = view;
  const t = useTranslations();
  const titleOf = useItemTitle();
  const [asking, setAsking] = useState<"suspend" | "close" | "open_despite" | null>(null);
  const { meetingId, quorum } = shared;
  const next = nextStep(view);
  const concludingItem = shared.items.find(({ itemId }) => itemId === concluding) ?? null;
  const press = () => {
    switch (next.step) {
      case "open_session":
        return act.run({ type: "session.open", meetingId });
      case "resume":
        return act.run({ type: "session.resume", meetingId });
      case "call":
        return act.run({ type: "item.call", meetingId, itemId: next.item.itemId });
      case "open_ballot":
        if (!quorum.quorate) return setAsking("open_despite");
        return act.run({
          type: "ballot.open",
          meetingId,
          ballotId: next.ballot.ballotId,
          seconds: secondsOf(duration),
        });
      case "close_ballot":
        return act.run({ type: "ballot.close", meetingId, ballotId: next.ballot.ballotId });
      case "declare":
        return act.run({ type: "ballot.declare", meetingId, ballotId: next.ballot.ballotId });
      case "conclude":
        return onConcluding(next.item.itemId);
      case "close_session":
        return setAsking("close");
      case "none":
        return undefined;
    }
  };
  const words =
    next.step === "call" || next.step === "conclude"
      ? t(`chair.step.${next.step}`, { n: next.item.number })
      : next.step === "none"
        ? ""
        : t(`chair.step.${next.step}`);
  const permission = {
    open_session: "session.open",
    resume: "session.resume",
    call: "item.call",
    open_ballot: "ballot.open",
    close_ballot: "ballot.close",
    declare: "ballot.declare",
    conclude: "item.conclude",
    close_session: "session.close",
    none: "",
  }[next.step];
  return (
    <div className="print:hidden z-bar flex min-h-23 shrink-0 flex-wrap items-center gap-x-6 gap-y-2 border-t border-border bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <div className="flex gap-3">
        {shared.phase.name === "in_session" && me.can.includes("session.suspend") && (
          <Button variant="neutral" icon={Coffee} onPress={() => setAsking("suspend")}>
            {t("chair.suspend")}
          </Button>
        )}
        {(shared.phase.name === "in_session" || shared.phase.name === "suspended") &&
          next.step !== "close_session" &&
          me.can.includes("session.close") && (
            <Button variant="neutral" icon={Square} onPress={() => setAsking("close")}>
              {t("chair.step.close_session")}
            </Button>
          )}
      </div>
      <p className="ms-auto text-label">
        {t(quorum.quorate ? "meetings.quorumFull" : "meetings.quorumMissing", {
          present: String(quorum.present),
          total: String(quorum.total),
          min: String(quorum.required),
        })}
      </p>
      {next.step !== "none" && me.can.includes(permission) && (
        <div className="w-full min-[1000px]:w-89">
          <Button
            variant="primary"
            size="64"
            wide
            icon={icons[next.step]}
            isDisabled={!act.isConnected}
            isPending={act.underWay === permission}
            onPress={press}
            {...(next.step === "call" || next.step === "conclude"
              ? { label: `${words}: ${titleOf(next.item)}` }
              : {})}
          >
            {words}
          </Button>
        </div>
      )}
      {concludingItem !== null && (
        <ConcludeDialog
          key={concludingItem.itemId}
          item={concludingItem}
          view={view}
          act={act}
          onClose={() => onConcluding(null)}
        />
      )}
      {asking === "open_despite" && next.step === "open_ballot" && (
        <OpenDespiteDialog
          view={view}
          ballot={next.ballot}
          duration={duration}
          act={act}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "suspend" && (
        <SuspendDialog view={view} act={act} onClose={() => setAsking(null)} />
      )}
      <Dialog
        title={t("chair.step.close_session")}
        isOpen={asking === "close"}
        onClose={() => setAsking(null)}
        mustAnswer
        confirm={{
          label: t("chair.step.close_session"),
          isPending: act.underWay === "session.close",
          onPress: async () => {
            if (await act.run({ type: "session.close", meetingId, note: "" })) setAsking(null);
          },
        }}
      >
        <p>{t("chair.closeExplain")}</p>
      </Dialog>
    </div>
  );
}

import { CalendarX, CircleStop, Clock, Plus, Scale, Trash2, Vote } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { BallotId } from "../../domain/ids";
import type { BallotView, ItemView } from "../../domain/meetings";
import { type Act, ReasonDialog } from "../acts";
import { BallotQuestion, TallyCells, ThresholdBar, VoteMark } from "../ballots";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { Button, ButtonLink, Card, Notice, Select, Tag, TextField } from "../ui";
import { type Duration, durations, secondsOf } from "./duration";
import { OpenDespiteDialog } from "./open-despite-dialog";

/** The ballots of the current item: put a question, open, close, look, declare. */
export function BallotPanel(props: {
  meeting: LiveMeeting;
  act: Act;
  current: ItemView | null;
  nowMs: number | null;
  duration: Duration;
  onDuration: (duration: Duration) => void;
}) {
  const { meeting, act, current, nowMs, duration, onDuration } = props;
  const { shared, me } = meeting.view;
  const t = useTranslations();
  const own = shared.ballots.filter(
    ({ itemId, state }) => itemId === current?.itemId || state === "open" || state === "closed",
  );
  return (
    <Card className="px-5 py-3.5">
      <h2 className="text-h2">{t("chair.ballot")}</h2>
      {shared.info.authority === "advises" && (
        <p className="mt-2 text-small text-muted">{t("chair.advisesOnly")}</p>
      )}
      <div className="mt-2 grid gap-3">
        {own.map((ballot) => (
          <BallotEntry
            key={ballot.ballotId}
            ballot={ballot}
            meeting={meeting}
            act={act}
            nowMs={nowMs}
            duration={duration}
            onDuration={onDuration}
          />
        ))}
      </div>
      {current === null
        ? own.length === 0 && <p className="mt-1 text-small text-muted">{t("chair.noCurrent")}</p>
        : me.can.includes("ballot.prepare") &&
          shared.info.authority === "decides" && (
            <NewQuestion key={current.itemId} meeting={meeting} act={act} item={current} />
          )}
    </Card>
  );
}

function NewQuestion({ meeting, act, item }: { meeting: LiveMeeting; act: Act; item: ItemView }) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const [vi, setVi] = useState("");
  const [en, setEn] = useState("");
  const prepare = async () => {
    if (vi.trim() === "") return;
    const done = await act.run({
      type: "ballot.prepare",
      meetingId: meeting.view.shared.meetingId,
      ballotId: BallotId.parse(crypto.randomUUID()),
      itemId: item.itemId,
      question: { vi, en },
    });
    if (!done) return;
    setVi("");
    setEn("");
    setOpen(false);
  };
  if (!isOpen) {
    return (
      <div className="mt-3">
        <Button variant="quiet" icon={Plus} onPress={() => setOpen(true)}>
          {t("chair.putQuestion")}
        </Button>
      </div>
    );
  }
  return (
    <div className="mt-3 grid gap-3 border-t border-border pt-3">
      <TextField
        label={t("chair.question")}
        value={vi}
        onChange={setVi}
        maxLength={500}
        isRequired
        autoFocus
      />
      <TextField
        label={`${t("chair.questionEn")} (${t("ui.optional")})`}
        value={en}
        onChange={setEn}
        maxLength={500}
      />
      <div className="flex justify-end gap-2">
        <Button variant="neutral" onPress={() => setOpen(false)}>
          {t("ui.cancel")}
        </Button>
        <Button
          isDisabled={vi.trim() === "" || !act.isConnected}
          isPending={act.underWay === "ballot.prepare"}
          onPress={prepare}
        >
          {t("chair.prepare")}
        </Button>
      </div>
    </div>
  );
}

function BallotEntry(props: {
  ballot: BallotView;
  meeting: LiveMeeting;
  act: Act;
  nowMs: number | null;
  duration: Duration;
  onDuration: (duration: Duration) => void;
}) {
  const { ballot, meeting, act, nowMs, duration, onDuration } = props;
  const { shared, me } = meeting.view;
  const t = useTranslations();
  const text = useText();
  const [asking, setAsking] = useState<"void" | "open_despite" | null>(null);
  const { meetingId } = shared;
  const { ballotId, state, result } = ballot;
  const may = (type: string) => me.can.includes(type);
  return (
    <section className="grid gap-3 rounded-2 border border-border p-3.5">
      {state === "open" ? (
        <BallotQuestion ballot={ballot} nowMs={nowMs} />
      ) : (
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h3 className="min-w-0 flex-1 text-label font-[650]">{text(ballot.question)}</h3>
          <Tag icon={Clock} tone={state === "declared" ? "approve" : "neutral"}>
            {t(`ballots.state.${state}`)}
          </Tag>
        </div>
      )}
      {state === "prepared" && (
        <>
          <p className="flex items-center gap-2 text-small">
            <Scale aria-hidden className="size-4 text-muted" />
            {t("ballots.rule", { k: String(ballot.required), n: String(ballot.entitled) })}
          </p>
          {!shared.quorum.quorate && (
            <Notice>
              {t("meetings.quorumMissing", {
                present: String(shared.quorum.present),
                min: String(shared.quorum.required),
              })}
            </Notice>
          )}
          {may("ballot.open") && (
            <>
              <Select
                label={t("chair.duration")}
                value={duration}
                onChange={onDuration}
                choices={durations.map((value) => ({
                  value,
                  label: value === "none" ? t("chair.untimed") : t("chair.seconds", { n: value }),
                }))}
              />
              <Button
                icon={Vote}
                wide
                isDisabled={!act.isConnected}
                isPending={act.underWay === "ballot.open"}
                onPress={() =>
                  shared.quorum.quorate
                    ? act.run({
                        type: "ballot.open",
                        meetingId,
                        ballotId,
                        seconds: secondsOf(duration),
                      })
                    : setAsking("open_despite")
                }
              >
                {t(shared.quorum.quorate ? "chair.openBallot" : "chair.openDespite")}
              </Button>
              {asking === "open_despite" && (
                <OpenDespiteDialog
                  view={meeting.view}
                  ballot={ballot}
                  duration={duration}
                  act={act}
                  onClose={() => setAsking(null)}
                />
              )}
            </>
          )}
          {may("ballot.discard") && (
            <Button
              variant="quiet"
              size="40"
              icon={Trash2}
              onPress={() => act.run({ type: "ballot.discard", meetingId, ballotId })}
            >
              {t("chair.discard")}
            </Button>
          )}
        </>
      )}
      {state === "open" && (
        <>
          <p className="text-small text-muted">{t("ballots.hidden")}</p>
          {may("ballot.close") && (
            <Button
              icon={CircleStop}
              wide
              isDisabled={!act.isConnected}
              onPress={() => act.run({ type: "ballot.close", meetingId, ballotId })}
            >
              {t("chair.closeBallot")}
            </Button>
          )}
        </>
      )}
      {(state === "closed" || state === "declared") && result !== null && (
        <>
          <p className="flex items-center gap-2 text-h2">
            <VoteMark of={result.passed ? "yes" : "no"} size={26} />
            {t(result.passed ? "ballots.passed" : "ballots.failed")}
          </p>
          <ThresholdBar tally={result.tally} required={ballot.required} />
          <TallyCells tally={result.tally} answers={ballot.answers} />
          {state === "closed" && <p className="text-small text-muted">{t("chair.onlyHere")}</p>}
        </>
      )}
      {state === "declared" && (
        <ButtonLink to={`/meetings/${meetingId}/ballots/${ballotId}`}>
          {t("ballots.seeResult")}
        </ButtonLink>
      )}
      {(state === "open" || state === "closed") && may("ballot.void") && (
        <Button variant="quiet" size="40" icon={CalendarX} onPress={() => setAsking("void")}>
          {t("chair.void")}
        </Button>
      )}
      {asking !== null && (
        <ReasonDialog
          title={t("chair.void")}
          subject={text(ballot.question)}
          isRequired
          confirm={t("chair.void")}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => act.run({ type: "ballot.void", meetingId, ballotId, reason })}
        />
      )}
    </section>
  );
}

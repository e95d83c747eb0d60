import { ChartNoAxesColumn, Hourglass, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AnswerMeaning } from "../../domain/bodies";
import type { BallotId } from "../../domain/ids";
import type { BallotView } from "../../domain/meetings";
import type { RefusalCode } from "../../domain/refusals";
import { VoteBar, VoteMark } from "../ballots";
import type { LiveMeeting } from "../live/use-meeting";
import { useBodyTime } from "../messages/body-time";
import { useRefusalSentence } from "../messages/refusal";
import { useText } from "../messages/text";
import { announceProblem, ButtonLink, IconButton } from "../ui";
import { useBallotAnnouncements } from "./use-ballot-announcements";

/** Refusals after which there is no bar left to say them. */
const tooLate: readonly RefusalCode[] = ["ballot.closed", "ballot.time_over", "ballot.not_open"];

/** The bottom edge of the room: an open ballot, one that waits for its declaration, or its result. */
export function BallotSlot({
  meeting,
  nowMs,
  onlyOpen = false,
}: {
  meeting: LiveMeeting;
  nowMs: number | null;
  /** the chair's console shows the rest elsewhere */
  onlyOpen?: boolean;
}) {
  const { view, connection, send } = meeting;
  const { ballots, items, seats, meetingId, timeZone } = view.shared;
  const [dismissed, setDismissed] = useState<BallotId | null>(null);
  const open = ballots.find(({ state }) => state === "open") ?? null;
  const sentence = useRefusalSentence();
  useBallotAnnouncements(open, nowMs);

  if (open !== null) {
    return (
      <VoteBar
        key={open.ballotId}
        ballot={open}
        itemNumber={items.find(({ itemId }) => itemId === open.itemId)?.number ?? ""}
        timeZone={timeZone}
        own={view.me.votes[open.ballotId] ?? null}
        sending={answerUnderWay(meeting, open.ballotId)}
        isEntitled={view.me.onRoll.includes(open.ballotId)}
        hasSeat={seats.some(({ personId }) => personId === view.me.personId)}
        isConnected={connection.state === "online" || connection.state === "slow"}
        nowMs={nowMs}
        onVote={async (answer) => {
          const { ballotId } = open;
          const reply = await send({ type: "ballot.vote", meetingId, ballotId, answer });
          // The bar may be gone by then; that a vote came too late must be said all the same.
          if (!reply.ok && tooLate.includes(reply.refusal.code)) {
            announceProblem(sentence(reply.refusal));
          }
          return reply;
        }}
      />
    );
  }
  if (onlyOpen) return null;
  const last = ballots.filter(({ state }) => state === "closed" || state === "declared").at(-1);
  const item = items.find(({ itemId }) => itemId === last?.itemId);
  // The result stays while its item is being debated, unless it was put away.
  if (last === undefined || last.ballotId === dismissed || item?.course.state !== "current")
    return null;
  return (
    <EndedBallot
      ballot={last}
      meeting={meeting}
      onDismiss={last.state === "declared" ? () => setDismissed(last.ballotId) : null}
    />
  );
}

function EndedBallot(props: {
  ballot: BallotView;
  meeting: LiveMeeting;
  onDismiss: (() => void) | null;
}) {
  const { ballot, meeting, onDismiss } = props;
  const t = useTranslations();
  const text = useText();
  const { meetingId, timeZone } = meeting.view.shared;
  const { exactTime } = useBodyTime(timeZone);
  const own = meeting.view.me.votes[ballot.ballotId];
  const { result } = ballot;
  const isDeclared = ballot.state === "declared" && result !== null;
  return (
    <section
      aria-label={t("ballots.title", { question: text(ballot.question) })}
      className="rises z-ballot flex min-h-18 shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-t-3 border-primary bg-surface px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]"
    >
      {isDeclared ? (
        <VoteMark of={result.passed ? "yes" : "no"} size={36} />
      ) : (
        <Hourglass aria-hidden className="size-8 shrink-0 text-muted" />
      )}
      <div className="min-w-[min(14rem,100%)] flex-1">
        <p className="text-bar">
          {isDeclared
            ? t(result.passed ? "ballots.passedWith" : "ballots.failedWith", {
                yes: String(result.tally.yes),
                n: String(ballot.entitled),
              })
            : t("ballots.waiting")}
        </p>
        <p className="truncate text-small text-muted">
          {text(ballot.question)}
          {own !== undefined && ` · ${t("ballots.recorded", { time: exactTime(own.at) })}`}
        </p>
      </div>
      {isDeclared && (
        <ButtonLink
          to={`/meetings/${meetingId}/ballots/${ballot.ballotId}`}
          icon={ChartNoAxesColumn}
        >
          {t("ballots.seeResult")}
        </ButtonLink>
      )}
      {onDismiss !== null && <IconButton icon={X} label={t("ui.close")} onPress={onDismiss} />}
    </section>
  );
}

/** From the outbox, so that a vote sent before a reload still shows as on its way after it. */
function answerUnderWay({ pending }: LiveMeeting, ballotId: BallotId): AnswerMeaning | null {
  for (const { command } of pending) {
    if (command.type !== "ballot.vote" || command.ballotId !== ballotId) continue;
    const answer = AnswerMeaning.safeParse(command.answer);
    if (answer.success) return answer.data;
  }
  return null;
}

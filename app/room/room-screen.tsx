import { ClipboardCheck, Eye, Gavel, UsersRound } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { ItemView, MeetingView } from "../../domain/meetings";
import { AgendaRail, currentItemOf, mainItems } from "../agenda";
import type { LiveMeeting } from "../live/use-meeting";
import { useText } from "../messages/text";
import { DeclareAct, RecusalLine, WithheldLine } from "../recusals";
import { MeetingPage, type Surroundings } from "../shell";
import { ButtonLink, EmptyFace, PlainButton, Sheet, Tabs } from "../ui";
import { BallotSlot } from "./ballot-slot";
import { GuestsPanel, MembersPanel } from "./members-panel";
import { OutcomeLine } from "./outcome-line";
import { OwnInvitation } from "./own-invitation";
import { PhaseBanner } from "./phase-banner";
import { PresenceChip } from "./presence-chip";
import { SelfPresence } from "./self-presence";
import { SessionStatus } from "./session-status";

/**
 * The meeting room: agenda, paper, people, ballot. What is being read changes only by the reader's own hand;
 * the chair's move shows in the rail and as one line above the paper.
 */
export function RoomScreen(props: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  nowMs: number | null;
  /** the paper in the centre; keyed by item, so that a page turn is never lost to another's act */
  renderReader: (item: ItemView) => ReactNode;
  /** the item that the address names, where it names one */
  startWith?: string | null;
  /** beside who is here, in the top bar */
  acts?: ReactNode;
  /** one line on top: the room is only looked at */
  notice?: string;
  /** of when the room is, where it comes from the device: nothing in it is said to be going on */
  asOf?: string | null;
  back?: string;
}) {
  const { surroundings, meeting, nowMs, renderReader, startWith, back = "/" } = props;
  const { asOf = null } = props;
  const notice = asOf ?? props.notice;
  const { shared } = meeting.view;
  const t = useTranslations();
  const text = useText();
  const current = currentItemOf(shared.items);
  const [openId, setOpenId] = useState<ItemId | null>(
    () => firstItemOf(shared.items, startWith ?? null)?.itemId ?? null,
  );
  const open = firstItemOf(shared.items, openId);
  return (
    <MeetingPage
      surroundings={surroundings}
      title={text(shared.info.title)}
      detail={detailOf(t, shared, current)}
      back={back}
      {...(asOf === null && { status: <SessionStatus phase={shared.phase} nowMs={nowMs} /> })}
      acts={
        <>
          {props.acts}
          <RoomActs view={meeting.view} />
        </>
      }
      connection={meeting.connection.state}
    >
      <div className="flex h-full flex-col [container:room/size]">
        {notice !== undefined && (
          <p className="flex min-h-11 shrink-0 items-center gap-3 bg-warn-soft px-4 text-small text-on-warn-soft">
            <Eye aria-hidden className="size-5 shrink-0" />
            {notice}
          </p>
        )}
        <WithheldLine view={meeting.view} />
        <div className="flex min-h-0 flex-1 room-narrow:flex-col">
          <AgendaRail items={shared.items} open={open?.itemId ?? null} onOpen={setOpenId} />
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <PhaseBanner
              phase={shared.phase}
              startsAt={shared.info.startsAt}
              timeZone={shared.timeZone}
              elsewhere={current !== null && current.itemId !== open?.itemId ? current : null}
              onFollow={() => setOpenId(current?.itemId ?? null)}
            />
            {open !== null && <OutcomeLine item={open} shared={shared} />}
            {open !== null && <RecusalLine item={open} me={meeting.view.me} />}
            <div className="min-h-0 flex-1">
              {open === null ? (
                <EmptyFace title={t("agenda.chooseItem")} />
              ) : (
                <div key={open.itemId} className="h-full">
                  {renderReader(open)}
                </div>
              )}
            </div>
          </div>
          <PeoplePane meeting={meeting} open={open} />
        </div>
        <Dock meeting={meeting} open={open} />
        <BallotSlot meeting={meeting} nowMs={nowMs} />
      </div>
    </MeetingPage>
  );
}

/** What lies open in the room: what was asked for, else what is being treated, else the first item. */
export function firstItemOf(items: readonly ItemView[], asked: string | null): ItemView | null {
  return (
    items.find(({ itemId }) => itemId === asked) ??
    currentItemOf(items) ??
    mainItems(items)[0] ??
    null
  );
}

type Translate = ReturnType<typeof useTranslations<never>>;

function detailOf(t: Translate, shared: MeetingView["shared"], current: ItemView | null): string {
  const total = String(mainItems(shared.items).length);
  const parts = [
    current === null
      ? t("agenda.count", { n: total })
      : t("agenda.itemOf", { n: current.number, total }),
    shared.info.place,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** At the right of the top bar: who is here, and the ways to run the meeting for those who may. */
function RoomActs({ view }: { view: MeetingView }) {
  const t = useTranslations("meetings");
  const { meetingId, quorum } = view.shared;
  return (
    <>
      {view.me.can.includes("presence.record") && (
        <ButtonLink
          to={`/meetings/${meetingId}/attendance`}
          size="40"
          variant="neutral"
          folds
          icon={ClipboardCheck}
        >
          {t("attendance")}
        </ButtonLink>
      )}
      {view.me.can.includes("item.call") && (
        <ButtonLink
          to={`/meetings/${meetingId}/chair`}
          size="40"
          variant="neutral"
          folds
          icon={Gavel}
        >
          {t("chair")}
        </ButtonLink>
      )}
      <PresenceChip quorum={quorum} />
    </>
  );
}

/** The people at the right, 304 wide; on narrow screens they come from the dock as sheets. */
function PeoplePane({ meeting, open }: { meeting: LiveMeeting; open: ItemView | null }) {
  const t = useTranslations("attendance");
  return (
    <aside
      aria-label={t("members")}
      className="hidden w-76 shrink-0 flex-col border-s border-border bg-surface room-wide:flex room-medium:flex"
    >
      <People meeting={meeting} />
      <div className="shrink-0 space-y-2 border-t border-border p-3 empty:hidden">
        <OwnInvitation meeting={meeting} />
        <SelfPresence meeting={meeting} />
        {open !== null && <DeclareAct key={open.itemId} meeting={meeting} item={open} />}
      </div>
    </aside>
  );
}

function People({ meeting }: { meeting: LiveMeeting }) {
  const t = useTranslations("attendance");
  const { shared, me } = meeting.view;
  const members = (
    <MembersPanel
      seats={shared.seats}
      presiding={shared.presiding}
      openBallot={shared.ballots.find(({ state }) => state === "open") ?? null}
      me={me.personId}
      timeZone={shared.timeZone}
    />
  );
  const guests = {
    id: "guests",
    title: t("guests"),
    content: <GuestsPanel guests={shared.guests} />,
  };
  return (
    <Tabs
      fill
      label={t("members")}
      pages={[
        { id: "members", title: t("members"), content: members },
        ...(shared.guests.length > 0 ? [guests] : []),
      ]}
    />
  );
}

/** 64 px above the thumbs on narrow screens: each entry says what is behind it, live. */
function Dock({ meeting, open }: { meeting: LiveMeeting; open: ItemView | null }) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const { shared } = meeting.view;
  const openBallot = shared.ballots.find(({ state }) => state === "open")?.ballotId ?? null;
  // A ballot is never hidden behind a sheet.
  useEffect(() => {
    if (openBallot !== null) setOpen(false);
  }, [openBallot]);
  return (
    <div className="hidden min-h-16 shrink-0 items-center gap-3 border-t border-border bg-surface px-4 room-narrow:flex">
      <PlainButton
        onPress={() => setOpen(true)}
        className="flex min-h-14 flex-1 items-center gap-3 rounded-2 px-3 text-start hover:bg-surface-2"
      >
        <UsersRound aria-hidden className="size-6 shrink-0 text-muted" />
        <span>
          <span className="block text-label">{t("attendance.members")}</span>
          <span className="block text-caption font-[400] text-muted">
            {t("attendance.present")} {shared.quorum.present}/{shared.quorum.total}
          </span>
        </span>
      </PlainButton>
      <OwnInvitation meeting={meeting} />
      <SelfPresence meeting={meeting} />
      <Sheet title={t("attendance.members")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <People meeting={meeting} />
        {open !== null && (
          <div className="p-3 empty:hidden">
            <DeclareAct key={open.itemId} meeting={meeting} item={open} />
          </div>
        )}
      </Sheet>
    </div>
  );
}

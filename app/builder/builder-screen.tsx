import { Eye } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId } from "../../domain/ids";
import type { BodyView } from "../../server/cabinet";
import { useAct } from "../acts";
import type { LiveMeeting } from "../live/use-meeting";
import { PhaseTag } from "../meetings";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Page, type Surroundings } from "../shell";
import { Button, EmptyFace, Tabs } from "../ui";
import { AgendaDesk } from "./agenda-desk";
import { ApprovalActs } from "./approval-acts";
import { InfoDesk } from "./info-desk";
import { ParticipantsDesk } from "./participants-desk";
import { PreviewDialog } from "./preview-dialog";

export type Desk = "info" | "agenda" | "participants";

/** From empty to published: three desks that are all open, what is missing always in sight. */
export function BuilderScreen(props: {
  surroundings: Surroundings;
  meeting: LiveMeeting;
  /** for the pickers; null for who may look but not prepare */
  body: BodyView | null;
  limitBytes: number;
}) {
  const { surroundings, meeting, body, limitBytes } = props;
  const { view } = meeting;
  const { shared } = view;
  const t = useTranslations();
  const text = useText();
  const act = useAct(meeting);
  const { span, weekdayAndDay } = useBodyTime(shared.timeZone);
  const [desk, setDesk] = useState<Desk>("agenda");
  const [selected, setSelected] = useState<ItemId | null>(null);
  const [asked, setAsked] = useState(0);
  const [isPreviewOpen, setPreviewOpen] = useState(false);
  const office = shared.office;
  if (office === null) {
    return (
      <Page surroundings={surroundings} title={text(shared.info.title)}>
        <EmptyFace title={t("errors.forbidden.title")}>{t("errors.forbidden.body")}</EmptyFace>
      </Page>
    );
  }
  const { info } = office;
  const goTo = (itemId: ItemId | null) => {
    setDesk("agenda");
    setAsked(asked + 1);
    if (itemId !== null) setSelected(itemId);
  };
  return (
    <Page
      full
      collapsedNavigation
      surroundings={surroundings}
      title={text(info.title)}
      detail={[weekdayAndDay(info.startsAt), span(info.startsAt, info.endsAt), info.place]
        .filter((part) => part !== "")
        .join(" · ")}
      status={<PhaseTag phase={shared.phase.name} revision={shared.revision?.number ?? null} />}
      connection={meeting.connection.state}
    >
      <div className="flex h-full flex-col">
        <Tabs
          fill
          keepPages
          label={t("titles.builder")}
          selected={desk}
          onSelect={(id) => {
            if (id === "info" || id === "agenda" || id === "participants") setDesk(id);
          }}
          trailing={
            <>
              {view.me.can.includes("meeting.preview") && shared.revision !== null && (
                <Button size="40" variant="neutral" icon={Eye} onPress={() => setPreviewOpen(true)}>
                  {t("builder.asMember")}
                </Button>
              )}
              <ApprovalActs
                view={view}
                office={office}
                act={act}
                needsApproval={body?.rules.approval ?? true}
                onMissing={goTo}
              />
            </>
          }
          pages={[
            {
              id: "info",
              title: t("builder.info"),
              content: <InfoDesk view={view} office={office} act={act} />,
            },
            {
              id: "agenda",
              title: t("builder.agenda"),
              content: (
                <AgendaDesk
                  meeting={meeting}
                  office={office}
                  act={act}
                  body={body}
                  limitBytes={limitBytes}
                  asked={asked}
                  selected={selected}
                  onSelect={setSelected}
                />
              ),
            },
            {
              id: "participants",
              title: t("builder.participants"),
              content: <ParticipantsDesk view={view} office={office} act={act} body={body} />,
            },
          ]}
        />
      </div>
      {isPreviewOpen && (
        <PreviewDialog
          meetingId={shared.meetingId}
          office={office}
          onClose={() => setPreviewOpen(false)}
        />
      )}
    </Page>
  );
}

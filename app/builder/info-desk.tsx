import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MeetingView, OfficeView } from "../../domain/meetings";
import { type Act, mayNow } from "../acts";
import { draftOf, type InfoDraft, InfoFields, type InfoProblems, infoOf } from "../meetings";
import { announceDone, Button, Card, Notice } from "../ui";
import { StaleNotice } from "./stale-notice";

type Draft = { fields: InfoDraft; basedOn: number };

/** What, when, where. A draft is kept until it is saved or thrown away, whatever others save meanwhile. */
export function InfoDesk({
  view,
  office,
  act,
}: {
  view: MeetingView;
  office: OfficeView;
  act: Act;
}) {
  const { meetingId, timeZone } = view.shared;
  const t = useTranslations();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problems, setProblems] = useState<InfoProblems>({});
  const fields = draft?.fields ?? draftOf(office.info, timeZone);
  const isStale = draft !== null && draft.basedOn !== office.infoEdition;
  const mayEdit = mayNow(view, "meeting.edit");
  const save = async () => {
    if (draft === null) return;
    const made = infoOf(draft.fields, timeZone);
    if (!("info" in made)) {
      const found: InfoProblems = {};
      for (const field of made.missing) found[field] = t("meetings.creation.missing");
      if (made.endsFirst) found.endsAt = t("meetings.creation.endsFirst");
      setProblems(found);
      return;
    }
    setProblems({});
    const done = await act.run({
      type: "meeting.edit",
      meetingId,
      basedOnEdition: draft.basedOn,
      info: made.info,
    });
    if (!done) return;
    setDraft(null);
    announceDone(t("ui.saved"));
  };
  return (
    <div className="p-4">
      <Card className="mx-auto max-w-3xl p-5 sm:p-6">
        {!mayEdit && <Notice tone="primary">{t("builder.locked")}</Notice>}
        {isStale && (
          <StaleNotice
            onTakeTheirs={() => setDraft(null)}
            onKeepMine={() => setDraft({ ...draft, basedOn: office.infoEdition })}
          />
        )}
        <fieldset disabled={!mayEdit} className="mt-2 min-w-0">
          <InfoFields
            draft={fields}
            problems={problems}
            timeZone={timeZone}
            onChange={(next) =>
              setDraft({ fields: next, basedOn: draft?.basedOn ?? office.infoEdition })
            }
          />
        </fieldset>
        {draft !== null && (
          <div className="mt-4 flex justify-end gap-3 border-t border-border pt-4">
            <Button variant="neutral" onPress={() => setDraft(null)}>
              {t("builder.discard")}
            </Button>
            <Button
              variant="primary"
              isDisabled={isStale || !act.isConnected}
              isPending={act.underWay === "meeting.edit"}
              onPress={save}
            >
              {t("ui.save")}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

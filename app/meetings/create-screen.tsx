import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BodyId } from "../../domain/ids";
import type { MeetingInfo } from "../../domain/meetings";
import type { Bilingual } from "../../domain/text";
import { useText } from "../messages/text";
import { Page, type Surroundings } from "../shell";
import { Button, ButtonLink, Card, Notice, Select } from "../ui";
import { type InfoDraft, InfoFields, type InfoProblems, infoOf } from "./info-fields";

export type OwnBody = { bodyId: BodyId; name: Bilingual; timeZone: string };

/** Creates a meeting: the least that makes one; everything else follows in the builder. */
export function CreateMeetingScreen(props: {
  surroundings: Surroundings;
  bodies: readonly OwnBody[];
  /** start and end that are offered, in the first body's zone: `2026-11-25T08:00` */
  suggested: { startsAt: string; endsAt: string };
  /** the sentence of a refused attempt */
  refused: string | null;
  isSending: boolean;
  onCreate: (bodyId: BodyId, info: MeetingInfo) => void;
}) {
  const { surroundings, bodies, suggested, refused, isSending, onCreate } = props;
  const t = useTranslations();
  const text = useText();
  const [bodyId, setBodyId] = useState<BodyId | null>(bodies[0]?.bodyId ?? null);
  const [draft, setDraft] = useState<InfoDraft>({
    titleVi: "",
    titleEn: "",
    kind: "regular",
    form: "hybrid",
    authority: "decides",
    place: "",
    ...suggested,
  });
  const [problems, setProblems] = useState<InfoProblems>({});
  const body = bodies.find((one) => one.bodyId === bodyId);
  const create = () => {
    if (body === undefined) return;
    const made = infoOf(draft, body.timeZone);
    if ("info" in made) {
      setProblems({});
      onCreate(body.bodyId, made.info);
      return;
    }
    const found: InfoProblems = {};
    for (const field of made.missing) found[field] = t("meetings.creation.missing");
    if (made.endsFirst) found.endsAt = t("meetings.creation.endsFirst");
    setProblems(found);
  };
  return (
    <Page surroundings={surroundings} title={t("titles.newMeeting")}>
      <Card className="mx-auto max-w-3xl p-5 sm:p-6">
        <div className="grid gap-4">
          {refused !== null && <Notice tone="danger">{refused}</Notice>}
          {bodies.length > 1 && (
            <Select
              label={t("meetings.creation.body")}
              value={bodyId}
              onChange={setBodyId}
              choices={bodies.map((one) => ({ value: one.bodyId, label: text(one.name) }))}
            />
          )}
          <InfoFields
            draft={draft}
            problems={problems}
            timeZone={body?.timeZone ?? ""}
            onChange={setDraft}
          />
          <div className="flex justify-end gap-3 border-t border-border pt-4">
            <ButtonLink to="/meetings" variant="neutral">
              {t("ui.cancel")}
            </ButtonLink>
            <Button variant="primary" isPending={isSending} onPress={create}>
              {t("meetings.create")}
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  );
}

import { DoorClosed } from "lucide-react";
import { useTranslations } from "use-intl";
import { Page, type Surroundings } from "../shell";
import { ButtonLink, EmptyFace } from "../ui";

/** What stands where a meeting was that this person may no longer see: the reason, and the way on. */
export function MeetingGone({ surroundings }: { surroundings: Surroundings }) {
  const t = useTranslations();
  return (
    <Page surroundings={surroundings} title={t("titles.room")}>
      <EmptyFace
        icon={DoorClosed}
        title={t("room.gone")}
        action={
          <ButtonLink to="/" variant="primary">
            {t("errors.home")}
          </ButtonLink>
        }
      />
    </Page>
  );
}

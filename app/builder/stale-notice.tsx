import { useTranslations } from "use-intl";
import { Button, Notice } from "../ui";

/** Somebody saved meanwhile: nothing typed is lost, and the reader says which of the two stays. */
export function StaleNotice(props: { onTakeTheirs: () => void; onKeepMine: () => void }) {
  const t = useTranslations("builder");
  return (
    <div role="alert" className="my-2">
      <Notice title={t("stale")}>
        <p>{t("staleExplain")}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="40" variant="neutral" onPress={props.onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
          <Button size="40" onPress={props.onKeepMine}>
            {t("keepMine")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

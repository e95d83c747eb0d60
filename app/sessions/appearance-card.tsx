import { useTranslations } from "use-intl";
import type { Appearance } from "../shell/appearance";
import { Button, Card, CardHeader, Checkbox, RadioCards } from "../ui";

/** How pages look on this device. A plain form: the whole page comes back in the new look. */
export function AppearanceCard({ appearance }: { appearance: Appearance }) {
  const t = useTranslations("shell.appearance");
  const save = useTranslations("ui")("save");
  return (
    <Card>
      <CardHeader title={t("theme")} />
      <form method="post" action="/appearance" className="grid gap-4 px-5 py-4">
        <input type="hidden" name="back" value="/account" />
        <RadioCards
          label={t("theme")}
          hideLabel
          name="theme"
          columns={3}
          defaultValue={appearance.theme ?? "device"}
          choices={[
            { value: "device", label: t("system") },
            { value: "light", label: t("light") },
            { value: "dark", label: t("dark") },
          ]}
        />
        <RadioCards
          label={t("textSize")}
          name="textSize"
          columns={3}
          defaultValue={appearance.textSize ?? "device"}
          choices={[
            { value: "device", label: "100 %" },
            { value: "115", label: "115 %" },
            { value: "130", label: "130 %" },
          ]}
        />
        <Checkbox name="contrast" value="more" defaultSelected={appearance.contrast === "more"}>
          {t("contrast")}
        </Checkbox>
        <div>
          <Button type="submit">{save}</Button>
        </div>
      </form>
    </Card>
  );
}

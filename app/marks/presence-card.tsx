import { useFetcher } from "@remix-run/react";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, Card, CardHeader } from "../ui";

/** On the account page: whether others see where one reads. */
export function PresenceCard({ isHidden }: { isHidden: boolean }) {
  const t = useTranslations("marks.presence");
  const { Form, state } = useFetcher();
  return (
    <Card>
      <CardHeader title={t("title")} />
      <Form
        method="post"
        action="/account/presence"
        className="flex flex-wrap items-center gap-4 px-5 py-4"
      >
        <div className="min-w-48 flex-1">
          <p role="status" className="text-label">
            {isHidden ? t("isHidden") : t("isShown")}
          </p>
          <p className="text-small text-muted">{t("explain")}</p>
        </div>
        <Button
          type="submit"
          name="isHidden"
          value={isHidden ? "no" : "yes"}
          variant="neutral"
          icon={isHidden ? Eye : EyeOff}
          isPending={state !== "idle"}
        >
          {isHidden ? t("show") : t("hide")}
        </Button>
      </Form>
    </Card>
  );
}

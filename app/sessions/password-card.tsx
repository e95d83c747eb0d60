import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button, Card, CardHeader, Notice, TextField } from "../ui";

export type PasswordOutcome =
  | { ok: true }
  | { ok: false; code: "wrong_password" | "too_short" | "busy" | "rate_limited" };

export function PasswordCard(props: { hasPassword: boolean; outcome: PasswordOutcome | null }) {
  const t = useTranslations("sessions.accountPage");
  const { hasPassword, outcome } = props;
  const refused = outcome !== null && !outcome.ok ? outcome.code : null;
  return (
    <Card>
      <CardHeader title={t("password")} />
      <div className="grid gap-4 px-5 py-4">
        {!hasPassword && <p className="text-body">{t("noPassword")}</p>}
        {outcome?.ok && <Notice tone="approve">{t("passwordChanged")}</Notice>}
        {hasPassword && (
          <Form method="post" className="grid max-w-md gap-4">
            <TextField
              label={t("currentPassword")}
              name="current"
              type="password"
              autoComplete="current-password"
              isRequired
              error={
                refused !== null && refused !== "too_short" ? t(`refused.${refused}`) : undefined
              }
            />
            <TextField
              label={t("newPassword")}
              name="wanted"
              type="password"
              autoComplete="new-password"
              help={t("newPasswordHelp")}
              isRequired
              error={refused === "too_short" ? t("refused.too_short") : undefined}
            />
            <div>
              <Button type="submit" name="intent" value="change-password">
                {t("changePassword")}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { FingerprintPattern, KeyRound, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Instant } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { Button, Card, CardHeader, Notice } from "../ui";
import { usePasskeyRegistration } from "./use-passkey-registration";

export type ShownPasskey = {
  credentialId: string;
  device: string;
  synced: boolean;
  createdAt: Instant;
  usedAt: Instant | null;
};

/** The keys that open the account, and the way to make this device one of them. */
export function PasskeyCard(props: { passkeys: readonly ShownPasskey[]; timeZone: string }) {
  const t = useTranslations("sessions.accountPage");
  const unavailable = useTranslations("sessions")("passkeyUnavailable");
  const at = useBodyTime(props.timeZone);
  const { state, onRegister } = usePasskeyRegistration();
  return (
    <Card>
      <CardHeader title={t("passkeys")} />
      <div className="grid gap-3 px-5 py-4">
        <p className="text-small text-muted">{t("passkeysExplain")}</p>
        {props.passkeys.length === 0 && <p className="text-body">{t("noPasskeys")}</p>}
        <ul className="grid gap-3">
          {props.passkeys.map(({ credentialId, device, synced, createdAt, usedAt }) => (
            <li key={credentialId} className="flex flex-wrap items-center gap-4">
              <KeyRound aria-hidden className="size-6 shrink-0 text-muted" />
              <div className="min-w-48 flex-1">
                <p className="text-label">
                  {device} ({t(synced ? "synced" : "bound")})
                </p>
                <p className="text-small text-muted">
                  {t("addedAt", { day: at.day(createdAt) })}.{" "}
                  {usedAt === null ? t("neverUsed") : t("usedAt", { day: at.day(usedAt) })}
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="credentialId" value={credentialId} />
                <Button
                  type="submit"
                  name="intent"
                  value="remove-passkey"
                  variant="neutral"
                  icon={Trash2}
                  label={t("removeNamed", { device, day: at.day(createdAt) })}
                >
                  {t("remove")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
        {state === "absent" ? (
          <p className="text-small text-muted">{unavailable}</p>
        ) : (
          <div>
            <Button icon={FingerprintPattern} isPending={state === "waiting"} onPress={onRegister}>
              {t(state === "waiting" ? "addingPasskey" : "addPasskey")}
            </Button>
          </div>
        )}
        {state === "failed" && <Notice>{t("passkeyFailed")}</Notice>}
        {state === "done" && <Notice tone="approve">{t("passkeyAdded")}</Notice>}
      </div>
    </Card>
  );
}

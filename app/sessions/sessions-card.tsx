import { Form } from "@remix-run/react";
import { LogOut, MapPin, MonitorSmartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Instant } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { Button, Card, CardHeader, Tag } from "../ui";

export type ShownSession = {
  sessionId: string;
  device: string;
  address: string;
  via: "password" | "passkey" | "demo";
  startedAt: Instant;
  seenAt: Instant;
  isThis: boolean;
};

/** Where the account is open, this device first, each with its way out. */
export function SessionsCard(props: { sessions: readonly ShownSession[]; timeZone: string }) {
  const t = useTranslations("sessions.accountPage");
  const at = useBodyTime(props.timeZone);
  const sorted = props.sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
  return (
    <Card>
      <CardHeader title={t("sessions")} />
      <ul className="divide-y divide-border">
        {sorted.map(({ sessionId, device, address, via, startedAt, seenAt, isThis }) => (
          <li key={sessionId} className="flex flex-wrap items-center gap-4 px-5 py-3">
            <MonitorSmartphone aria-hidden className="size-6 shrink-0 text-muted" />
            <div className="min-w-48 flex-1">
              <p className="flex flex-wrap items-center gap-2 text-label">
                {device}
                {isThis && (
                  <Tag tone="primary" icon={MapPin}>
                    {t("thisSession")}
                  </Tag>
                )}
              </p>
              <p className="text-small text-muted">
                {t("startedAt", { time: at.time(startedAt), day: at.day(startedAt) })},{" "}
                {t(`via.${via}`)}
              </p>
              <p className="text-small text-muted">
                {t("seenAt", { time: at.time(seenAt), day: at.day(seenAt) })}.{" "}
                {t("from", { address })}
              </p>
            </div>
            {!isThis && (
              <Form method="post">
                <input type="hidden" name="sessionId" value={sessionId} />
                <Button
                  type="submit"
                  name="intent"
                  value="end-session"
                  variant="neutral"
                  icon={LogOut}
                  label={t("endNamed", { device, time: at.time(startedAt) })}
                >
                  {t("end")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sorted.length > 1 && (
        <Form method="post" className="border-t border-border px-5 py-3">
          <Button type="submit" name="intent" value="end-others" variant="danger" icon={LogOut}>
            {t("endOthers")}
          </Button>
        </Form>
      )}
    </Card>
  );
}

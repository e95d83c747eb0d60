import { Form } from "@remix-run/react";
import { ShieldX, TabletSmartphone } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Device } from "../../domain/devices";
import { useBodyTime } from "../messages/body-time";
import { Button, Card, CardHeader, Dialog, Tag } from "../ui";

/** Devices that keep papers, each with the way to take it back; the limit of that is said before it is pressed. */
export function DevicesCard(props: {
  devices: readonly Device[];
  timeZone: string;
  /** the longest a device may be read after its last contact */
  leaseDays: number;
  title: string;
  explain?: string;
  /** everybody's: each says whose */
  withOwner?: boolean;
}) {
  const { devices, timeZone, leaseDays, title, explain, withOwner = false } = props;
  const t = useTranslations("offline.devices");
  const [reporting, setReporting] = useState<Device | null>(null);
  return (
    <Card>
      <CardHeader title={title} />
      {explain !== undefined && (
        <p className="border-b border-border px-5 py-3 text-small text-muted">{explain}</p>
      )}
      {devices.length === 0 ? (
        <p className="px-5 py-4 text-small text-muted">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-border">
          {devices.map((device) => (
            <DeviceRow
              key={device.deviceId}
              device={device}
              timeZone={timeZone}
              withOwner={withOwner}
              onReport={() => setReporting(device)}
            />
          ))}
        </ul>
      )}
      <Dialog
        title={t("confirmTitle", { device: reporting?.name ?? "" })}
        isOpen={reporting !== null}
        onClose={() => setReporting(null)}
        mustAnswer
        actions={
          <Form method="post" onSubmit={() => setReporting(null)}>
            <input type="hidden" name="intent" value="device-lost" />
            <input type="hidden" name="deviceId" value={reporting?.deviceId ?? ""} />
            <Button type="submit" variant="danger" icon={ShieldX}>
              {t("confirm")}
            </Button>
          </Form>
        }
      >
        <p>{t("confirmExplain", { days: String(leaseDays) })}</p>
      </Dialog>
    </Card>
  );
}

function DeviceRow(props: {
  device: Device;
  timeZone: string;
  withOwner: boolean;
  onReport: () => void;
}) {
  const { device, timeZone, withOwner, onReport } = props;
  const { name, ownerName, seenAt, registeredAt, withdrawn } = device;
  const t = useTranslations("offline.devices");
  const at = useBodyTime(timeZone);
  return (
    <li className="flex flex-wrap items-center gap-4 px-5 py-3">
      <TabletSmartphone aria-hidden className="size-6 shrink-0 text-muted" />
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-label">
          {name}
          {withdrawn !== null && (
            <Tag tone={withdrawn.because === "lost" ? "danger" : "neutral"} icon={ShieldX}>
              {withdrawn.because === "lost" ? t("stateLost") : t("stateSignedOut")}
            </Tag>
          )}
        </p>
        {withOwner && <p className="text-small">{t("owner", { person: ownerName })}</p>}
        <p className="text-small text-muted">
          {t("seen", { time: at.time(seenAt), day: at.day(seenAt) })}.{" "}
          {t("registeredAt", { time: at.time(registeredAt), day: at.day(registeredAt) })}
        </p>
        {withdrawn !== null && (
          <p className="text-small text-muted">{withdrawn.told ? t("told") : t("notTold")}</p>
        )}
      </div>
      {withdrawn?.because !== "lost" && (
        <Button
          variant="danger"
          icon={ShieldX}
          label={t("lostNamed", { device: name })}
          onPress={onReport}
        >
          {t("lost")}
        </Button>
      )}
    </li>
  );
}

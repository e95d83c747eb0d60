import { useTranslations } from "use-intl";
import type { Device } from "../../domain/devices";
import { longestLeaseDays } from "../../domain/devices";
import type { Office } from "../../server/cabinet";
import { OfficeCard } from "../handovers";
import { PresenceCard } from "../marks/presence-card";
import { DevicesCard } from "../offline";
import { LanguageSwitch } from "../shell";
import type { Appearance } from "../shell/appearance";
import { ButtonLink } from "../ui";
import { AppearanceCard } from "./appearance-card";
import { PasskeyCard, type ShownPasskey } from "./passkey-card";
import { PasswordCard, type PasswordOutcome } from "./password-card";
import { SessionsCard, type ShownSession } from "./sessions-card";

/** A person's own account: where it is signed in, by which keys, with which password. */
export function AccountScreen(props: {
  name: string;
  userName: string;
  hasPassword: boolean;
  sessions: readonly ShownSession[];
  passkeys: readonly ShownPasskey[];
  password: PasswordOutcome | null;
  appearance: Appearance;
  timeZone: string;
  /** devices that keep papers */
  devices: readonly Device[];
  /** of a person who sits; nobody else has any */
  offices: readonly Office[];
  /** does not show where they read */
  isHidden: boolean;
  administrator: boolean;
}) {
  const t = useTranslations("sessions.accountPage");
  const ofDevices = useTranslations("offline.devices");
  const { sessions, passkeys, devices, timeZone } = props;
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="text-h1">{props.name}</h1>
          <p className="text-small text-muted">{t("userName", { userName: props.userName })}</p>
        </div>
        <LanguageSwitch />
      </div>
      <SessionsCard sessions={sessions} timeZone={timeZone} />
      <DevicesCard
        devices={devices}
        timeZone={timeZone}
        leaseDays={longestLeaseDays}
        title={ofDevices("title")}
      />
      {props.administrator && (
        <ButtonLink to="/devices" variant="neutral">
          {ofDevices("administer")}
        </ButtonLink>
      )}
      {props.offices.map((office) => (
        <OfficeCard key={office.bodyId} office={office} isOnly={props.offices.length === 1} />
      ))}
      <PresenceCard isHidden={props.isHidden} />
      <PasskeyCard passkeys={passkeys} timeZone={timeZone} />
      <AppearanceCard appearance={props.appearance} />
      <PasswordCard hasPassword={props.hasPassword} outcome={props.password} />
    </div>
  );
}

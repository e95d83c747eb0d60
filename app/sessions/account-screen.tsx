import { useTranslations } from "use-intl";
import { LanguageSwitch } from "../shell";
import type { Appearance } from "../shell/appearance";
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
}) {
  const t = useTranslations("sessions.accountPage");
  const { sessions, passkeys, timeZone } = props;
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
      <PasskeyCard passkeys={passkeys} timeZone={timeZone} />
      <AppearanceCard appearance={props.appearance} />
      <PasswordCard hasPassword={props.hasPassword} outcome={props.password} />
    </div>
  );
}

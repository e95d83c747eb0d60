import { KeyRound, LockKeyhole } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { clockOf } from "../messages/body-time";
import { Button, Card, TextField } from "../ui";
import { withdraw } from "./device.client";
import { openVault } from "./open-vault.client";
import { pinForm, type Unlocking, unlockByPasskey, unlockByPin } from "./vault-lock.client";

/** The way into what lies on this device; works without any network. */
export function UnlockForm({ passkey, onOpen }: { passkey: boolean; onOpen: () => void }) {
  const t = useTranslations("offline.unlock");
  const [pin, setPin] = useState("");
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const answer = async (asked: Promise<Unlocking>, byKey: boolean) => {
    setOpening(true);
    setProblem(null);
    const unlocking = await asked.finally(() => setOpening(false));
    switch (unlocking.state) {
      case "open":
        openVault(unlocking.key);
        onOpen();
        return;
      case "wrong":
        setProblem(byKey ? t("keyFailed") : t("wrong", { left: unlocking.triesLeft }));
        return;
      case "wait":
        setProblem(t("wait", { time: clockOf(unlocking.waitMs) }));
        return;
      case "ended":
        await withdraw("tries");
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pinForm.test(pin)) setProblem(t("malformed"));
    else void answer(unlockByPin(pin), false);
  };
  return (
    <Card className="mx-auto max-w-md">
      <form onSubmit={submit} className="grid gap-4 p-6">
        <div className="flex items-start gap-3">
          <LockKeyhole aria-hidden className="mt-0.5 size-6 shrink-0 text-primary" />
          <div>
            <h2 className="text-h2">{t("title")}</h2>
            <p className="mt-1 text-small text-muted">{t("explain")}</p>
          </div>
        </div>
        <TextField
          label={t("pin")}
          type="password"
          autoComplete="off"
          autoFocus
          tall
          value={pin}
          onChange={setPin}
          maxLength={12}
          {...(problem !== null && { error: problem })}
        />
        <Button type="submit" variant="primary" wide isPending={opening}>
          {opening ? t("opening") : t("submit")}
        </Button>
        {passkey && (
          <Button
            icon={KeyRound}
            wide
            onPress={() => void answer(unlockByPasskey(location.hostname), true)}
          >
            {t("byKey")}
          </Button>
        )}
        <p className="text-caption text-muted">{t("limit")}</p>
      </form>
    </Card>
  );
}

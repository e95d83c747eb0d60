import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { Button, Notice, TextField } from "../ui";
import { registerDevice, withdraw } from "./device.client";
import { pinForm } from "./vault-lock.client";

/** Registers this device for the one who is signed in: its name, and the PIN that will open it. */
export function SetUpDevice(props: {
  person: { personId: PersonId; name: string };
  /** it is another's until their papers are removed */
  other: string | null;
  onDone: () => void;
}) {
  const { person, other, onDone } = props;
  const t = useTranslations("offline");
  const [name, setName] = useState(() => t("setUp.deviceUsual"));
  const [pin, setPin] = useState("");
  const [repeated, setRepeated] = useState("");
  const [problem, setProblem] = useState<"malformed" | "differs" | "failed" | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!pinForm.test(pin)) return setProblem("malformed");
    if (pin !== repeated) return setProblem("differs");
    setProblem(null);
    setBusy(true);
    try {
      if (other !== null) await withdraw("signed_out");
      await registerDevice(person, name.trim() || t("setUp.deviceUsual"), pin);
    } catch {
      setBusy(false);
      return setProblem("failed");
    }
    setBusy(false);
    return onDone();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-small text-muted">{t("setUp.explain")}</p>
      {other !== null && <Notice title={t("setUp.other", { person: other })} />}
      <TextField label={t("setUp.device")} value={name} onChange={setName} maxLength={60} />
      <TextField
        label={t("setUp.pin")}
        help={t("setUp.pinHelp")}
        type="password"
        autoComplete="off"
        value={pin}
        onChange={setPin}
        maxLength={12}
        {...(problem === "malformed" && { error: t("unlock.malformed") })}
      />
      <TextField
        label={t("setUp.repeat")}
        type="password"
        autoComplete="off"
        value={repeated}
        onChange={setRepeated}
        maxLength={12}
        {...(problem === "differs" && { error: t("setUp.differs") })}
      />
      {problem === "failed" && <Notice tone="danger" title={t("setUp.failed")} />}
      <Button type="submit" variant="primary" isPending={busy}>
        {other === null ? t("setUp.submit") : t("setUp.removeOther")}
      </Button>
    </form>
  );
}

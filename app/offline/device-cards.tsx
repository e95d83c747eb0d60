import { Clock, KeyRound, Lock, ShieldCheck, SquareCheckBig, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { leaseEnd } from "../../domain/devices";
import { instantOf } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Button, Card, Dialog, ProgressBar, TextField } from "../ui";
import { gigabytes, megabytes } from "./figures";
import type { Kept } from "./use-kept";
import { addPasskey, pinForm } from "./vault-lock.client";

const hourMs = 3_600_000;

/** The ring closes as the time limit nears. */
export function LeaseCard({ kept, timeZone }: { kept: Kept; timeZone: string }) {
  const t = useTranslations("offline.lease");
  const at = useBodyTime(timeZone);
  const days = kept.packs.map(({ leaseDays }) => leaseDays);
  const shortest = days.length === 0 ? null : Math.min(...days);
  const endMs = shortest === null ? null : leaseEnd(kept.time, shortest);
  const leftMs = endMs === null ? 0 : Math.max(0, endMs - kept.time.highestMs);
  const part = shortest === null ? 0 : leftMs / (shortest * 24 * hourMs);
  const end = endMs === null ? null : instantOf(new Date(endMs));
  const hours = Math.floor(leftMs / hourMs);
  return (
    <Card className="grid gap-3 p-5">
      <div className="flex items-center gap-4">
        <Ring part={part} />
        <div>
          <p className="text-small text-muted">{t("title")}</p>
          <p className="text-label font-[700]">
            {end === null ? t("none") : t("until", { time: at.time(end), day: at.day(end) })}
          </p>
        </div>
      </div>
      {end !== null && (
        <p className="text-small text-muted">
          {leftMs === 0
            ? t("over")
            : t("left", { days: Math.floor(hours / 24), hours: String(hours % 24) })}
        </p>
      )}
    </Card>
  );
}

function Ring({ part }: { part: number }) {
  const radius = 26;
  const length = 2 * Math.PI * radius;
  return (
    <span className="relative grid size-15 shrink-0 place-items-center text-primary">
      <svg aria-hidden="true" viewBox="0 0 60 60" className="absolute inset-0 -rotate-90">
        <circle cx="30" cy="30" r={radius} fill="none" strokeWidth="5" className="stroke-border" />
        <circle
          cx="30"
          cy="30"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth="5"
          strokeDasharray={`${length * Math.min(1, part)} ${length}`}
        />
      </svg>
      <Clock aria-hidden className="size-6" />
    </span>
  );
}

export function KeptBackCard({ kept }: { kept: Kept }) {
  const t = useTranslations("offline.keptBack");
  const text = useText();
  const words = kept.packs.flatMap((pack) => pack.words ?? []);
  const grade = words.find(({ lowestKeptBack }) => lowestKeptBack !== null)?.lowestKeptBack ?? null;
  const numbers = (because: "grade" | "paper_only") => [
    ...new Set(
      words.flatMap(({ keptBack }) =>
        keptBack.flatMap((item) => (item.because === because ? [item.number] : [])),
      ),
    ),
  ];
  const graded = numbers("grade");
  const onPaper = numbers("paper_only");
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="text-h2">{t("title")}</h2>
      <Fact
        icon={<Lock aria-hidden className="size-5.5" />}
        title={grade === null ? t("noGrade") : t("grade", { grade: text(grade) })}
        detail={[
          graded.length > 0 ? t("items", { numbers: graded.join(", ") }) : "",
          onPaper.length > 0 ? `${t("items", { numbers: onPaper.join(", ") })}: ${t("paper")}` : "",
        ]
          .filter((line) => line !== "")
          .join(" · ")}
      />
      <Fact
        icon={<SquareCheckBig aria-hidden className="size-5.5" />}
        title={t("votes")}
        detail={t("votesExplain")}
      />
    </Card>
  );
}

export function ProtectionCard({ kept, onChange }: { kept: Kept; onChange: () => void }) {
  const t = useTranslations("offline.protection");
  const [adding, setAdding] = useState(false);
  return (
    <Card className="grid gap-4 p-5">
      <h2 className="text-h2">{t("title")}</h2>
      <Fact
        icon={<ShieldCheck aria-hidden className="size-5.5" />}
        title={t("sealed")}
        detail={kept.passkey ? t("byPinOrKey") : t("byPin")}
      />
      <Fact
        icon={<Trash2 aria-hidden className="size-5.5" />}
        title={t("withdrawn")}
        detail={t("withdrawnExplain")}
      />
      {!kept.passkey && kept.device !== null && (
        <Button icon={KeyRound} onPress={() => setAdding(true)}>
          {t("addKey")}
        </Button>
      )}
      <AddKey
        isOpen={adding}
        onClose={() => {
          setAdding(false);
          onChange();
        }}
      />
    </Card>
  );
}

function AddKey({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("offline");
  const [pin, setPin] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const add = async () => {
    if (!pinForm.test(pin)) return setSaid(t("unlock.malformed"));
    const outcome = await addPasskey(pin, location.hostname);
    if (outcome === "added") {
      setPin("");
      setSaid(null);
      return onClose();
    }
    const sentences = {
      no_prf: t("protection.keyNoSecret"),
      refused: t("protection.keyRefused"),
      wrong_pin: t("protection.keyRefused"),
    };
    return setSaid(sentences[outcome]);
  };
  return (
    <Dialog
      title={t("protection.addKey")}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={() => void add()}>
          {t("protection.addKey")}
        </Button>
      }
    >
      <TextField
        label={t("unlock.pin")}
        type="password"
        autoComplete="off"
        value={pin}
        onChange={setPin}
        {...(said !== null && { error: said })}
      />
    </Dialog>
  );
}

export function StorageCard({ kept }: { kept: Kept }) {
  const t = useTranslations("offline.storage");
  const { usedBytes, freeBytes, persistent } = kept;
  if (usedBytes === null || freeBytes === null) return null;
  return (
    <Card className="grid gap-3 p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-h2">{t("title")}</h2>
        <p className="text-small text-muted">
          {t("used", { used: megabytes(usedBytes), free: gigabytes(freeBytes) })}
        </p>
      </div>
      <ProgressBar label={t("bar")} value={usedBytes} max={usedBytes + freeBytes} />
      {!persistent && <p className="text-caption text-muted">{t("notPersistent")}</p>}
    </Card>
  );
}

function Fact({ icon, title, detail }: { icon: ReactNode; title: string; detail: string }) {
  return (
    <div className="flex gap-3">
      <span className="mt-0.5 shrink-0 text-muted">{icon}</span>
      <div>
        <p className="text-label">{title}</p>
        {detail !== "" && <p className="text-small text-muted">{detail}</p>}
      </div>
    </div>
  );
}

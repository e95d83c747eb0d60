import { useNavigate } from "@remix-run/react";
import { CloudOff, HardDriveDownload, RefreshCw, ShieldX } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import { instantOf } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { Page, type Surroundings } from "../shell";
import { Button, ButtonLink, Card, EmptyFace } from "../ui";
import { KeptBackCard, LeaseCard, ProtectionCard, StorageCard } from "./device-cards";
import { megabytes } from "./figures";
import { PackRow } from "./pack-row";
import { readFromDevice } from "./read-from-device.client";
import { UnlockForm } from "./unlock-form";
import { type Kept, type ShownPack, useKept, useServerContact } from "./use-kept";

/**
 * What lies on this device, with or without a server. It is the one page that the service worker keeps, so nothing in
 * it comes from a loader that knows who asks.
 */
export function OfflineScreen(props: {
  surroundings: Omit<Surroundings, "person" | "destinations">;
  timeZone: string;
  /** where the person wanted to go when the network was found gone */
  to: string | null;
}) {
  const { surroundings, timeZone, to } = props;
  const t = useTranslations("offline");
  const navigate = useNavigate();
  const { kept, look } = useKept();
  const { reached, asking, ask } = useServerContact();
  const [unlockFor, setUnlockFor] = useState<string | null>(null);
  const device = kept?.device ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a contact may have taken back what is shown
  useEffect(look, [reached, look]);
  useEffect(() => {
    if (reached !== null) readFromDevice(!reached);
  }, [reached]);
  const go = useCallback(
    (path: string) => {
      setUnlockFor(null);
      navigate(path, { replace: path === to });
    },
    [navigate, to],
  );
  const open = ({ meetingId }: ShownPack) => {
    const path = `/meetings/${meetingId}/room`;
    if (reached || kept?.open === true) go(path);
    else setUnlockFor(path);
  };
  // With the network back there is nothing to unlock on the way.
  const isWay = to !== null && /^\/meetings\/[^/]+\/(?:room$|room\?|papers\/)/.test(to);
  useEffect(() => {
    if (reached === true && to !== null) navigate(to, { replace: true });
  }, [reached, to, navigate]);

  const locked = kept?.vault === "there" && reached === false && !kept.open;
  return (
    <Page
      surroundings={{
        ...surroundings,
        person: { name: device?.personName ?? "", title: "" },
        destinations: ["today", "meetings", "offline"],
      }}
      title={t("title")}
      {...(device !== null && {
        detail: t("registered", { device: device.name, person: device.personName }),
      })}
      {...(reached !== null && { connection: reached ? "online" : "offline" })}
    >
      <div className="grid gap-5">
        {reached === false && kept?.vault === "there" && (
          <Banner kept={kept} timeZone={timeZone} asking={asking} onAsk={ask} />
        )}
        {kept === null || reached === null ? (
          <Card className="h-60" aria-hidden>
            {null}
          </Card>
        ) : locked || unlockFor !== null ? (
          <UnlockForm
            passkey={kept.passkey}
            onOpen={() => {
              look();
              const path = unlockFor ?? (isWay ? to : null);
              if (path !== null) go(path);
            }}
          />
        ) : kept.vault === "there" ? (
          <Packs
            kept={kept}
            timeZone={timeZone}
            mayDownload={reached}
            onOpen={open}
            onChange={look}
          />
        ) : (
          <Nothing kept={kept} reached={reached} timeZone={timeZone} asking={asking} onAsk={ask} />
        )}
      </div>
    </Page>
  );
}

/** How many marks of this device's person have not yet reached the server. */
function useLeft(personId: PersonId | null): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (personId === null) return;
    let isShown = true;
    // what reads marks is fetched only here
    import("../marks/sync/left-marks.client")
      .then(({ countLeft }) => countLeft(personId))
      .then(
        (found) => isShown && setCount(found),
        (error) => console.error("What waits on this device could not be counted.", error),
      );
    return () => {
      isShown = false;
    };
  }, [personId]);
  return count;
}

function Banner(props: { kept: Kept; timeZone: string; asking: boolean; onAsk: () => void }) {
  const { kept, timeZone, asking, onAsk } = props;
  const t = useTranslations("offline.banner");
  const at = useBodyTime(timeZone);
  const marks = useTranslations("marks");
  const waiting = useLeft(kept.device?.personId ?? null);
  const { contactMs } = kept.time;
  const last = contactMs === null ? null : instantOf(new Date(contactMs));
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-4 rounded-2 bg-warn-soft px-5 py-4 text-on-warn-soft"
    >
      <CloudOff aria-hidden className="size-7 shrink-0" />
      <div className="min-w-56 flex-1">
        <p className="text-h2">{t("title")}</p>
        {waiting > 0 && (
          <p className="mt-1 text-small font-[600]">{marks("onDevice", { count: waiting })}</p>
        )}
        <p className="mt-1 text-small">
          {last === null ? t("never") : t("last", { time: at.time(last), day: at.day(last) })}
        </p>
      </div>
      <Button icon={RefreshCw} variant="neutral" isPending={asking} onPress={onAsk}>
        {t("retry")}
      </Button>
    </div>
  );
}

function Packs(props: {
  kept: Kept;
  timeZone: string;
  mayDownload: boolean;
  onOpen: (pack: ShownPack) => void;
  onChange: () => void;
}) {
  const { kept, timeZone, mayDownload, onOpen, onChange } = props;
  const t = useTranslations("offline.packs");
  const readable = kept.packs.filter(({ viewId }) => viewId !== null);
  const size = readable.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <div className="grid items-start gap-5 landscape:md:grid-cols-[minmax(0,1fr)_312px] lg:grid-cols-[minmax(0,1fr)_312px]">
      <Card>
        <div className="flex items-baseline justify-between gap-3 border-b border-border px-5 py-4">
          <h2 className="text-h2">{t("title")}</h2>
          <p className="text-small text-muted">
            {t("summary", { count: String(readable.length), size: megabytes(size) })}
          </p>
        </div>
        {kept.packs.length === 0 ? (
          <EmptyFace icon={HardDriveDownload} title={t("empty")}>
            {t("emptyExplain")}
          </EmptyFace>
        ) : (
          <ul>
            {kept.packs.map((pack, place) => (
              <PackRow
                key={pack.meetingId}
                pack={pack}
                time={kept.time}
                isNext={place === 0}
                mayDownload={mayDownload}
                onOpen={() => onOpen(pack)}
              />
            ))}
          </ul>
        )}
      </Card>
      <div className="grid gap-5">
        <LeaseCard kept={kept} timeZone={timeZone} />
        <KeptBackCard kept={kept} />
        <ProtectionCard kept={kept} onChange={onChange} />
        <StorageCard kept={kept} />
      </div>
    </div>
  );
}

/** No vault: never made, deleted by the browser, or taken back. Says which, and what to do. */
function Nothing(props: {
  kept: Kept;
  reached: boolean;
  timeZone: string;
  asking: boolean;
  onAsk: () => void;
}) {
  const { kept, reached, timeZone, asking, onAsk } = props;
  const t = useTranslations("offline");
  const at = useBodyTime(timeZone);
  const { fate, vault } = kept;
  const since = fate === null ? null : instantOf(new Date(fate.atMs));
  const title =
    fate !== null
      ? t(`gone.${fate.because}`)
      : vault === "dropped"
        ? t("gone.dropped")
        : reached
          ? t("gone.none")
          : t("gone.offlineNone");
  return (
    <Card>
      <EmptyFace
        icon={fate === null ? HardDriveDownload : ShieldX}
        title={title}
        action={
          reached ? (
            <ButtonLink to="/">{t("gone.goOnline")}</ButtonLink>
          ) : (
            <Button icon={RefreshCw} isPending={asking} onPress={onAsk}>
              {t("banner.retry")}
            </Button>
          )
        }
      >
        {since !== null && <p>{t("gone.at", { time: at.time(since), day: at.day(since) })}</p>}
        <p>
          {vault === "dropped" && fate === null ? t("gone.droppedExplain") : t("gone.noneExplain")}
        </p>
      </EmptyFace>
    </Card>
  );
}

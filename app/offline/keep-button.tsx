import { CircleCheck, CirclePause, Download, HardDriveDownload, Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { MeetingId, PersonId } from "../../domain/ids";
import { Button, ButtonLink, Dialog, Notice, ProgressBar } from "../ui";
import { startWork } from "./at-work.client";
import { download, pause } from "./downloads.client";
import { megabytes, percentOf } from "./figures";
import { SetUpDevice } from "./set-up-device";
import { isInstalled } from "./start.client";
import { type ShownPack, useKept } from "./use-kept";

/** *Keep on device*, on the pages of a meeting: how far its pack has come, and what to do about it. */
export function KeepButton(props: {
  meetingId: MeetingId;
  person: { personId: PersonId; name: string };
}) {
  const { meetingId, person } = props;
  const t = useTranslations("offline.keep");
  const [isOpen, setOpen] = useState(false);
  const { kept, look } = useKept();
  if (kept === null || kept.vault === "refused") return null;
  const pack = kept.packs.find((each) => each.meetingId === meetingId) ?? null;
  const percent = pack === null ? "0" : percentOf(pack.done, pack.steps);
  const words =
    pack === null
      ? t("act")
      : pack.running
        ? t("loading", { percent })
        : pack.viewId !== null
          ? t("ready")
          : t("paused", { percent });
  const icon =
    pack === null
      ? HardDriveDownload
      : pack.running
        ? Download
        : pack.viewId !== null
          ? CircleCheck
          : CirclePause;
  return (
    <>
      <Button
        size="40"
        variant="quiet"
        icon={icon}
        label={words}
        hint={words}
        onPress={() => setOpen(true)}
      >
        {/* the bar's room is for the title; how far a download has come stays in sight */}
        <span className={pack?.running === true ? "" : "max-[90rem]:hidden"}>{words}</span>
      </Button>
      <Dialog title={t("title")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          <p className="text-small text-muted">{t("explain")}</p>
          {kept.vault === "there" && kept.device?.personId === person.personId ? (
            <PackState meetingId={meetingId} pack={pack} />
          ) : (
            <BeforeKeeping
              meetingId={meetingId}
              person={person}
              other={kept.device?.personName ?? null}
              onChange={look}
            />
          )}
        </div>
      </Dialog>
    </>
  );
}

/** In a browser the device may delete it; that is said, and an explicit choice is taken. */
function BeforeKeeping(props: {
  meetingId: MeetingId;
  person: { personId: PersonId; name: string };
  other: string | null;
  onChange: () => void;
}) {
  const t = useTranslations("offline.keep");
  const [anyway, setAnyway] = useState(false);
  const [installed, setInstalled] = useState(true);
  useEffect(() => setInstalled(isInstalled()), []);
  if (!installed && !anyway) {
    return (
      <Notice title={t("browserTitle")} tone="primary" icon={HardDriveDownload}>
        <p>{t("browserExplain")}</p>
        <div className="mt-3">
          <Button variant="neutral" onPress={() => setAnyway(true)}>
            {t("browserAnyway")}
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <SetUpDevice
      person={props.person}
      other={props.other}
      onDone={() => {
        props.onChange();
        begin(props.meetingId);
      }}
    />
  );
}

function begin(meetingId: MeetingId): void {
  startWork();
  void download(meetingId);
}

function PackState({ meetingId, pack }: { meetingId: MeetingId; pack: ShownPack | null }) {
  const t = useTranslations("offline.keep");
  const words = useTranslations("offline.packs");
  return (
    <div className="grid gap-4">
      {pack !== null && (
        <div className="grid gap-2">
          <p className="text-label">
            {pack.running
              ? t("loading", { percent: percentOf(pack.done, pack.steps) })
              : pack.viewId !== null
                ? t("ready")
                : t("paused", { percent: percentOf(pack.done, pack.steps) })}
            {" · "}
            {words("sizeOf", {
              done: megabytes((pack.done / Math.max(1, pack.steps)) * pack.sizeBytes),
              size: megabytes(pack.sizeBytes),
            })}
          </p>
          <ProgressBar
            label={t("title")}
            value={pack.done}
            max={Math.max(1, pack.steps)}
            tone={pack.state === "ready" ? "approve" : "primary"}
          />
        </div>
      )}
      {pack?.trouble != null && <Notice title={t(pack.trouble)} />}
      <div className="flex flex-wrap justify-end gap-2">
        <ButtonLink to="/offline" variant="neutral">
          {t("manage")}
        </ButtonLink>
        {pack?.running === true ? (
          <Button icon={Pause} onPress={() => void pause(meetingId)}>
            {words("pause")}
          </Button>
        ) : (
          pack?.state !== "ready" && (
            <Button
              variant="primary"
              icon={pack === null ? Download : Play}
              onPress={() => begin(meetingId)}
            >
              {pack === null ? t("start") : words("resume")}
            </Button>
          )
        )}
      </div>
    </div>
  );
}

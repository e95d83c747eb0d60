import {
  BookOpen,
  CircleCheck,
  CirclePause,
  Clock,
  Download,
  Pause,
  Play,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isLeased } from "../../domain/devices";
import { instantOf } from "../../domain/text";
import { useBodyTime } from "../messages/body-time";
import { useText } from "../messages/text";
import { Button, Dialog, IconButton, ProgressBar, Tag } from "../ui";
import { download, forget, pause } from "./downloads.client";
import { megabytes, percentOf } from "./figures";
import type { Kept, ShownPack } from "./use-kept";

/** One pack: what it is, how far it has come, and the one act that fits. */
export function PackRow(props: {
  pack: ShownPack;
  time: Kept["time"];
  /** the meeting that is next: only its act is solid */
  isNext: boolean;
  mayDownload: boolean;
  onOpen: () => void;
}) {
  const { pack, time, isNext, mayDownload, onOpen } = props;
  const t = useTranslations("offline.packs");
  const text = useText();
  const at = useBodyTime(pack.words?.timeZone ?? "Asia/Ho_Chi_Minh");
  const [removing, setRemoving] = useState(false);
  const title = pack.words === null ? t("unnamed") : text(pack.words.title);
  const leased = isLeased(time, pack.leaseDays, time.highestMs);
  const readable = pack.viewId !== null && leased;
  const percent = percentOf(pack.done, pack.steps);
  const updated = instantOf(new Date(pack.updatedMs));
  const isToday = at.isoDay(updated) === at.isoDay(instantOf(new Date()));
  const facts = [
    t("pages", { pages: pack.pages }),
    pack.state === "ready"
      ? t("size", { size: megabytes(pack.sizeBytes) })
      : t("sizeOf", {
          done: megabytes((pack.done / Math.max(1, pack.steps)) * pack.sizeBytes),
          size: megabytes(pack.sizeBytes),
        }),
    pack.viewId !== null
      ? isToday
        ? t("updated", { time: at.time(updated) })
        : t("updatedDay", { time: at.time(updated), day: at.day(updated) })
      : pack.state === "loading" && !pack.running
        ? t("resumes")
        : "",
  ].filter((fact) => fact !== "");
  return (
    <li className="grid gap-3 border-t border-border px-5 py-4 first:border-t-0">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-56 flex-1">
          <p className="text-label font-[650]">{title}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
            <PackTag pack={pack} leased={leased} percent={percent} />
            <span>{facts.join(" · ")}</span>
          </p>
        </div>
        <div className="flex items-center gap-2">
          <IconButton
            icon={Trash2}
            label={t("removeNamed", { title })}
            onPress={() => setRemoving(true)}
          />
          {pack.running ? (
            <Button
              icon={Pause}
              label={t("pauseNamed", { title })}
              onPress={() => void pause(pack.meetingId)}
            >
              {t("pause")}
            </Button>
          ) : (
            pack.state !== "ready" &&
            mayDownload && (
              <Button
                icon={pack.state === "paused" ? Play : Download}
                label={t("resumeNamed", { title })}
                onPress={() => void download(pack.meetingId)}
              >
                {t("resume")}
              </Button>
            )
          )}
          <Button
            icon={BookOpen}
            variant={isNext && readable ? "primary" : "outlined"}
            isDisabled={!readable}
            label={t("openNamed", { title })}
            onPress={onOpen}
          >
            {t("open")}
          </Button>
        </div>
      </div>
      {pack.state !== "ready" && (
        <ProgressBar
          label={t("progress", { title })}
          value={pack.done}
          max={Math.max(1, pack.steps)}
        />
      )}
      <Dialog
        title={t("removeTitle")}
        isOpen={removing}
        onClose={() => setRemoving(false)}
        actions={
          <>
            <Button variant="neutral" onPress={() => setRemoving(false)}>
              {t("keep")}
            </Button>
            <Button variant="danger" onPress={() => void forget(pack.meetingId)}>
              {t("remove")}
            </Button>
          </>
        }
      >
        <p>{t("removeExplain")}</p>
      </Dialog>
    </li>
  );
}

function PackTag({ pack, leased, percent }: { pack: ShownPack; leased: boolean; percent: string }) {
  const t = useTranslations("offline.packs");
  if (!leased && pack.viewId !== null) {
    return (
      <Tag tone="warn" icon={Clock}>
        {t("expired")}
      </Tag>
    );
  }
  if (pack.running) {
    return (
      <Tag tone="primary" icon={Download}>
        {t("loading", { percent })}
      </Tag>
    );
  }
  if (pack.state === "ready") {
    return (
      <Tag tone="approve" icon={CircleCheck}>
        {t("ready")}
      </Tag>
    );
  }
  return (
    <Tag tone="warn" icon={CirclePause}>
      {pack.state === "paused" ? t("paused", { percent }) : t("waiting")}
    </Tag>
  );
}

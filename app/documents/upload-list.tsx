import { Check, CircleAlert, CopyCheck, Loader, RotateCw, X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { conversionSteps, type IntakeProgress } from "../../domain/documents";
import type { VersionId } from "../../domain/ids";
import type { PaperView } from "../../domain/meetings";
import { useText } from "../messages/text";
import { Button, IconButton, ProgressBar } from "../ui";
import { isPdfName } from "./file-words";
import { type UploadRow, type UploadState, uploadTray } from "./upload-tray.client";

/** One row per file: how far it is, why it was refused, and what can be done about it. */
export function UploadList({
  rows,
  papers,
}: {
  rows: readonly UploadRow[];
  /** of the whole agenda, to name the paper that a file repeats */
  papers: readonly PaperView[];
}) {
  const t = useTranslations("uploads");
  if (rows.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="grid gap-2">
      {rows.map((row) => (
        <li key={row.id} className="rounded-2 border border-border bg-surface p-2 ps-3">
          <div className="flex items-center gap-2">
            <StateMark state={row.state} />
            <div className="min-w-0 flex-1">
              <p className="truncate text-label text-ink">{row.file.name.normalize("NFC")}</p>
              <p className="text-caption text-muted tabular-nums" role="status">
                <StateWords row={row} papers={papers} />
              </p>
            </div>
            <Acts row={row} />
          </div>
          <div className="mt-1">
            <HowFar row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Only what is known: the part that has left, or the steps that are behind. */
function HowFar({ row: { state, file } }: { row: UploadRow }) {
  const t = useTranslations("uploads");
  const { name } = file;
  if (state.name === "sending") {
    return (
      <ProgressBar thin label={t("progress", { name })} value={Math.round(state.part * 100)} />
    );
  }
  if (state.name !== "checking" || state.progress === null) return null;
  return (
    <ProgressBar
      thin
      label={t("conversionProgress", { name })}
      value={stepsBehind(state.progress)}
      max={conversionSteps.length}
    />
  );
}

const stepsBehind = (progress: IntakeProgress): number =>
  progress.step === "waiting" ? 0 : conversionSteps.indexOf(progress.step);

function StateMark({ state }: { state: UploadState }) {
  switch (state.name) {
    case "attached":
      return <Check aria-hidden className="size-5 shrink-0 text-approve" />;
    case "same":
      return <CopyCheck aria-hidden className="size-5 shrink-0 text-warn" />;
    case "refused":
    case "too_large":
    case "failed":
      return <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />;
    case "cancelled":
      return <X aria-hidden className="size-5 shrink-0 text-muted" />;
    default:
      return <Loader aria-hidden className="turns size-5 shrink-0 text-muted" />;
  }
}

function StateWords({ row, papers }: { row: UploadRow; papers: readonly PaperView[] }) {
  const t = useTranslations();
  const text = useText();
  const format = useFormatter();
  const megabytes = (bytes: number) =>
    format.number(bytes / (1024 * 1024), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { state, file } = row;
  switch (state.name) {
    case "queued":
      return t("uploads.queued");
    case "sending":
      return t("uploads.sending", {
        percent: String(Math.floor(state.part * 100)),
        sent: megabytes(state.part * file.size),
        total: megabytes(file.size),
      });
    case "checking":
      if (state.progress === null) {
        return isPdfName(file.name) ? t("uploads.checking") : t("uploads.converting");
      }
      if (state.progress.step === "waiting") {
        return t("uploads.conversionWaits", { ahead: state.progress.ahead });
      }
      return t(`uploads.conversion.${state.progress.step}`);
    case "same": {
      const twin = papers.find((paper) => holdsAny(paper, state.sameAs));
      return t("uploads.sameAs", { title: twin === undefined ? file.name : text(twin.title) });
    }
    case "attaching":
      return t("uploads.attaching");
    case "attached":
      return t("uploads.ready", { pages: state.pages });
    case "refused":
      return t(`refusals.${state.code}`);
    case "too_large":
      return t("uploads.tooLarge", {
        size: megabytes(file.size),
        limit: String(Math.floor(state.limitBytes / (1024 * 1024))),
      });
    case "failed":
      return t("uploads.failed");
    case "cancelled":
      return t("uploads.cancelled");
  }
}

function Acts({ row: { id, file, state } }: { row: UploadRow }) {
  const t = useTranslations("uploads");
  const { name } = file;
  switch (state.name) {
    case "queued":
    case "sending":
      return (
        <IconButton icon={X} label={t("cancel", { name })} onPress={() => uploadTray.cancel(id)} />
      );
    case "same":
      return (
        <>
          <Button size="40" variant="neutral" onPress={() => uploadTray.attachAnyway(id)}>
            {t("attachAnyway")}
          </Button>
          <Dismiss id={id} name={name} />
        </>
      );
    case "refused":
    case "failed":
    case "cancelled":
      return (
        <>
          <IconButton
            icon={RotateCw}
            label={t("retry", { name })}
            onPress={() => uploadTray.retry(id)}
          />
          <Dismiss id={id} name={name} />
        </>
      );
    case "too_large":
    case "attached":
      return <Dismiss id={id} name={name} />;
    case "checking":
    case "attaching":
      return null;
  }
}

function Dismiss({ id, name }: { id: VersionId; name: string }) {
  const t = useTranslations("uploads");
  return (
    <IconButton icon={X} label={t("dismiss", { name })} onPress={() => uploadTray.dismiss(id)} />
  );
}

function holdsAny({ holding }: PaperView, versions: readonly VersionId[]): boolean {
  if (holding.type !== "file") return false;
  return [holding, ...holding.earlier].some(({ versionId }) => versions.includes(versionId));
}

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { ItemId, MeetingId } from "../../domain/ids";
import type { PaperView } from "../../domain/meetings";
import type { LiveMeeting } from "../live/use-meeting";
import { FileDrop } from "../ui";
import { acceptedFiles } from "./file-words";
import { UploadList } from "./upload-list";
import { uploadTray } from "./upload-tray.client";
import { useUploads } from "./use-uploads";

/**
 * Where the desk drops papers for an item: each file is sent, checked and then put on the agenda by a command of its own.
 * The list belongs to the tab, so nothing that happens on the page resets it.
 */
export function PaperUploads({
  meetingId,
  itemId,
  papers,
  grade,
  replaces = null,
  limitBytes,
  send,
}: {
  meetingId: MeetingId;
  itemId: ItemId;
  /** of the whole agenda as the office works on it */
  papers: readonly PaperView[];
  /** what new papers are graded; usually the item's own grade */
  grade: string | null;
  /** the paper that gets a new version, instead of new papers */
  replaces?: PaperView | null;
  limitBytes: number;
  send: LiveMeeting["send"];
}) {
  const t = useTranslations("uploads");
  const rows = useUploads(itemId);
  const [alreadyListed, setAlreadyListed] = useState(false);

  // What stands on the agenda with this version is shown there; its row here has done its work.
  const arrived = rows.filter(
    ({ id, state }) => state.name === "attached" && papers.some((paper) => holds(paper, id)),
  );
  useEffect(() => {
    for (const { id } of arrived) uploadTray.dismiss(id);
  });

  return (
    <div className="grid gap-2">
      <FileDrop
        label={t("add")}
        accept={acceptedFiles}
        onFiles={(files) => {
          const known = uploadTray.add(
            { meetingId, itemId, grade, limitBytes, send: (command) => send(command) },
            replaces === null ? files : files.slice(0, 1),
            replaces,
          );
          setAlreadyListed(known.length > 0);
        }}
      />
      {alreadyListed && (
        <p role="status" className="text-small text-on-warn-soft">
          {t("duplicateQueued")}
        </p>
      )}
      <UploadList rows={rows} papers={papers} />
    </div>
  );
}

function holds({ holding }: PaperView, versionId: string): boolean {
  return holding.type === "file" && holding.versionId === versionId;
}

import { Upload } from "lucide-react";
import { Button, DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { useTranslations } from "use-intl";

/** Files by dropping or by picking; what they may be is decided at the server, not here. */
export function FileDrop({
  label,
  accept,
  onFiles,
}: {
  label: string;
  accept: readonly string[];
  onFiles: (files: readonly File[]) => void;
}) {
  const t = useTranslations("ui");
  return (
    <DropZone
      aria-label={label}
      onDrop={async ({ items }) => {
        const files = await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()));
        if (files.length > 0) onFiles(files);
      }}
      className="flex min-h-14 flex-wrap items-center justify-center gap-x-2 rounded-2 border border-dashed border-border-strong px-4 py-2 text-body text-muted data-drop-target:border-2 data-drop-target:border-primary data-drop-target:bg-primary-soft"
    >
      {({ isDropTarget }) => (
        <>
          <Upload aria-hidden className="size-5" />
          {isDropTarget ? (
            <span className="text-on-primary-soft">{t("dropNow")}</span>
          ) : (
            <>
              <span>{t("dropFiles")}</span>
              <FileTrigger
                allowsMultiple
                acceptedFileTypes={accept}
                onSelect={(list) => {
                  const files = list === null ? [] : [...list];
                  if (files.length > 0) onFiles(files);
                }}
              >
                <Button className="min-h-11 rounded-1 px-1 font-[600] text-primary underline underline-offset-2">
                  {t("chooseFiles")}
                </Button>
              </FileTrigger>
            </>
          )}
        </>
      )}
    </DropZone>
  );
}

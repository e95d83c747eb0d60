/** Taking a paper out, as it joins the reader. */
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ReaderExtra } from "../reader/reader-context";
import { IconButton } from "../ui";
import { ExportDialog } from "./export-dialog";

function ExportButton() {
  const t = useTranslations("exports");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={FileDown} label={t("open")} onPress={() => setOpen(true)} />
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

export const exportsExtra: ReaderExtra = { Tools: ExportButton };

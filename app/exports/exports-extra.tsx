/** Taking a paper out, as it joins the reader. */
import { FileDown } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActProps, ReaderExtra } from "../reader/reader-context";
import { Button, IconButton } from "../ui";
import { ExportDialog } from "./export-dialog";

const Opening = createContext<() => void>(() => undefined);

/** Holds the dialog, which outlives the menu that it may have been opened from. */
function Provider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [open] = useState(() => () => setOpen(true));
  return (
    <Opening.Provider value={open}>
      {children}
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </Opening.Provider>
  );
}

function ExportAct({ as, onLeave }: ActProps) {
  const t = useTranslations("exports");
  const open = useContext(Opening);
  if (as === "icon") return <IconButton icon={FileDown} label={t("open")} onPress={open} />;
  return (
    <Button
      variant="quiet"
      size="40"
      icon={FileDown}
      onPress={() => {
        onLeave?.();
        open();
      }}
    >
      {t("open")}
    </Button>
  );
}

export const exportsExtra: ReaderExtra = { Provider, Act: ExportAct };

/** Taking a paper out, as it joins the reader. */
import { FileDown } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslations } from "use-intl";
import type { ActProps, ReaderExtra } from "../reader/reader-context";
import { Button, IconButton, Later, part } from "../ui";

const exportDialog = part(() => import("./export-dialog"));

const Opening = createContext<() => void>(() => undefined);

/** Holds the dialog, which outlives the menu that it may have been opened from. */
function Provider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [open] = useState(() => () => setOpen(true));
  const close = () => setOpen(false);
  return (
    <Opening.Provider value={open}>
      {children}
      <Later part={exportDialog} when={isOpen} onClose={close}>
        {({ ExportDialog }) => <ExportDialog onClose={close} />}
      </Later>
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

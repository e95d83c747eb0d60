/** Marks, as they join the reader. */
import { MessageSquareText } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ReaderExtra } from "../reader/reader-context";
import { ChosenTextProvider } from "./chosen-text";
import { ColourBar } from "./colour-bar";
import { MarkDeskProvider } from "./mark-desk";
import { MarkLayer } from "./mark-drawing";
import { MarkQuestions } from "./mark-questions";
import { MarkToolLayer } from "./mark-tool";
import { NotesPanel, useNotesCount } from "./notes-panel";
import { OwnPresenceProvider } from "./own-presence";
import { PresenceTool } from "./presence-tool";
import { SavingStrip } from "./saving-footer";
import { ThumbnailMarks } from "./thumbnail-marks";
import { notesPanel, ToolingProvider } from "./tooling";
import { MarkTools } from "./tools";
import { useCalledNotes } from "./use-called-notes";
import { useMarkKeys } from "./use-mark-keys";
import { usePickedUp } from "./use-picked-up";

function Provider({ children }: { children: ReactNode }) {
  return (
    <ToolingProvider>
      <MarkDeskProvider>
        <ChosenTextProvider>
          <Hands />
          <OwnPresenceProvider>{children}</OwnPresenceProvider>
          <MarkQuestions />
        </ChosenTextProvider>
      </MarkDeskProvider>
    </ToolingProvider>
  );
}

/** Apart, so that a key or a touch draws nothing else anew. */
function Hands() {
  useMarkKeys();
  usePickedUp();
  useCalledNotes();
  return null;
}

function Tools() {
  return (
    <>
      <MarkTools />
      <PresenceTool />
    </>
  );
}

export const marksExtra: ReaderExtra = {
  Provider,
  panels: [
    {
      id: notesPanel,
      icon: MessageSquareText,
      useLabel: () => useTranslations("marks")("panel"),
      useCount: useNotesCount,
      Body: NotesPanel,
    },
  ],
  PageLayer: MarkLayer,
  PageTool: MarkToolLayer,
  Tools: Tools,
  Bar: ColourBar,
  News: SavingStrip,
  ThumbnailBadge: ThumbnailMarks,
};

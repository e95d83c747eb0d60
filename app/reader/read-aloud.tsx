import { Pause, Play, Square, VolumeX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "../ui";
import type { Voice } from "./use-read-aloud";

/** Begins, halts and ends reading aloud; says so where the device has no voice for the paper's language. */
export function ReadAloud(props: {
  voice: Voice;
  language: "vi" | "en";
  from: number;
  hasText: boolean;
}) {
  const { voice, language, from, hasText } = props;
  const t = useTranslations("reader");
  if (!hasText || voice.hasVoice === null) return null;
  if (!voice.hasVoice) {
    return (
      <span className="flex items-center gap-2 px-2 text-small text-muted">
        <VolumeX aria-hidden className="size-5 shrink-0" />
        {t(language === "vi" ? "noVoiceVietnamese" : "noVoiceEnglish")}
      </span>
    );
  }
  if (voice.spoken === null) {
    return (
      <Button variant="quiet" size="40" icon={Play} onPress={() => voice.start(from)}>
        {t("readAloud")}
      </Button>
    );
  }
  return (
    <>
      {voice.isPaused ? (
        <IconButton icon={Play} label={t("goOnReading")} onPress={voice.goOn} />
      ) : (
        <IconButton icon={Pause} label={t("pauseReading")} onPress={voice.pause} />
      )}
      <IconButton icon={Square} label={t("stopReading")} onPress={voice.stop} />
    </>
  );
}

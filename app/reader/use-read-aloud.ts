/** Reading aloud by the device's own voice: paragraph after paragraph, in pieces that every voice can say. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type Paragraph, spokenPieces } from "./paragraphs";

/** Which paragraph is being said: page from 1, paragraph of that page from 0. */
export type Spoken = { page: number; paragraph: number };

export type Voice = {
  /** null: not known yet; false: this device has no voice for the language */
  hasVoice: boolean | null;
  spoken: Spoken | null;
  isPaused: boolean;
  start(page: number): void;
  pause(): void;
  goOn(): void;
  stop(): void;
};

export function useReadAloud(
  pages: readonly (readonly Paragraph[])[],
  language: "vi" | "en",
): Voice {
  const voice = useDeviceVoice(language);
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  const [isPaused, setPaused] = useState(false);
  /** another number: what was being said is not gone on with */
  const turn = useRef(0);

  const stop = useCallback(() => {
    turn.current += 1;
    if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
    setSpoken(null);
    setPaused(false);
  }, []);
  useEffect(() => stop, [stop]);

  const say = useCallback(
    (from: Spoken) => {
      turn.current += 1;
      const mine = turn.current;
      const queue = queueFrom(pages, from);
      const next = () => {
        if (turn.current !== mine) return;
        const { value, done } = queue.next();
        if (done === true) {
          setSpoken(null);
          return;
        }
        setSpoken((before) =>
          before?.page === value.page && before.paragraph === value.paragraph
            ? before
            : { page: value.page, paragraph: value.paragraph },
        );
        const words = new SpeechSynthesisUtterance(value.piece);
        words.lang = language === "vi" ? "vi-VN" : "en-GB";
        if (voice !== null && voice !== false) words.voice = voice;
        words.onend = next;
        // A voice that failed once fails on; being cut off by a stop is no failure.
        words.onerror = () => {
          if (turn.current === mine) setSpoken(null);
        };
        speechSynthesis.speak(words);
      };
      speechSynthesis.cancel();
      setPaused(false);
      next();
    },
    [pages, language, voice],
  );

  return {
    hasVoice: voice === null ? null : voice !== false,
    spoken,
    isPaused,
    start: (page) => say({ page, paragraph: 0 }),
    // Not the device's own pause: on some tablets nothing wakes it again. The paragraph begins anew.
    pause() {
      turn.current += 1;
      speechSynthesis.cancel();
      setPaused(true);
    },
    goOn() {
      if (spoken !== null) say(spoken);
    },
    stop,
  };
}

function* queueFrom(pages: readonly (readonly Paragraph[])[], from: Spoken) {
  for (let page = from.page; page <= pages.length; page += 1) {
    const own = pages[page - 1] ?? [];
    const first = page === from.page ? from.paragraph : 0;
    for (let paragraph = first; paragraph < own.length; paragraph += 1) {
      for (const piece of spokenPieces(own[paragraph]?.text ?? ""))
        yield { page, paragraph, piece };
    }
  }
}

/** The device's voice for the language; null until it is known, false where it has none. */
function useDeviceVoice(language: "vi" | "en"): SpeechSynthesisVoice | false | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | false | null>(null);
  useEffect(() => {
    if (typeof speechSynthesis === "undefined") {
      setVoice(false);
      return;
    }
    const look = () => {
      const fitting = speechSynthesis
        .getVoices()
        .filter(({ lang }) => lang.toLowerCase().startsWith(language));
      // A voice of the device's own needs no line, and sends no paper to anybody.
      setVoice(fitting.find(({ localService }) => localService) ?? false);
    };
    look();
    speechSynthesis.addEventListener("voiceschanged", look);
    return () => speechSynthesis.removeEventListener("voiceschanged", look);
  }, [language]);
  return voice;
}

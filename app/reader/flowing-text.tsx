import { ALargeSmall, Minus, Plus, ScanText, X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes, EmptyFace, IconButton, Notice } from "../ui";
import { languageOf, paragraphsOf } from "./paragraphs";
import { ReadAloud } from "./read-aloud";
import { useReader } from "./reader-context";
import { changeSettings, useSettings } from "./settings";
import { type Spoken, useReadAloud } from "./use-read-aloud";

const step = 10;

/**
 * The paper's words in any size, flowing to the width of the desk, and read aloud where the device has a voice. It lies
 * over the pages; the page it shows is the page that is read.
 */
export function FlowingText({ onClose }: { onClose: () => void }) {
  const t = useTranslations("reader");
  const { desk, text, packPage } = useReader();
  const { textPercent } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => (text === null ? [] : paragraphsOf(text.pages)), [text]);
  const language = useMemo(
    () =>
      languageOf(
        text?.pages
          .slice(0, 20)
          .map((page) => page.text)
          .join(" ") ?? "",
      ),
    [text],
  );
  const voice = useReadAloud(pages, language);
  usePageUnderEye(scroller, pages.length > 0);
  const { spoken } = voice;
  useEffect(() => {
    if (spoken === null) return;
    scroller.current
      ?.querySelector(`[data-spoken="true"]`)
      ?.scrollIntoView({ block: "center", behavior: "auto" });
  }, [spoken]);

  return (
    <section aria-label={t("flowing")} className="absolute inset-0 z-bar flex flex-col bg-surface">
      <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-1 border-b border-border px-2">
        <ALargeSmall aria-hidden className="ms-2 size-5 text-muted" />
        <h2 className="me-auto text-label">{t("flowing")}</h2>
        <ReadAloud voice={voice} language={language} from={desk.page} hasText={pages.length > 0} />
        <IconButton
          icon={Minus}
          label={t("smallerText")}
          isDisabled={textPercent <= 80}
          onPress={() => changeSettings({ textPercent: textPercent - step })}
        />
        <span className="w-13 text-center text-small text-muted tabular-nums">
          {t("zoomPercent", { n: String(textPercent) })}
        </span>
        <IconButton
          icon={Plus}
          label={t("largerText")}
          isDisabled={textPercent >= 300}
          onPress={() => changeSettings({ textPercent: textPercent + step })}
        />
        <IconButton icon={X} label={t("closeFlowing")} onPress={onClose} />
      </div>
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto px-[max(1.5rem,calc(50%-20rem))] py-6"
        lang={language}
      >
        {text === null && <EmptyFace icon={ScanText} title={t("textLoading")} />}
        {text?.reliability === "none" && (
          <EmptyFace icon={ScanText} title={t("noText")}>
            {t("noTextExplain")}
          </EmptyFace>
        )}
        {text?.reliability === "unreliable" && (
          <div className="mb-4" lang="">
            <Notice>{t("unreliableText")}</Notice>
          </div>
        )}
        <div style={{ fontSize: `${textPercent}%` }}>
          {text?.reliability !== "none" &&
            pages.map((own, at) => (
              <FlowingPage
                // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
                key={at}
                page={at + 1}
                label={t("pageShort", { n: packPage(at + 1) })}
                paragraphs={own}
                spoken={spoken?.page === at + 1 ? spoken : null}
              />
            ))}
        </div>
      </div>
    </section>
  );
}

function FlowingPage(props: {
  page: number;
  label: string;
  paragraphs: ReturnType<typeof paragraphsOf>[number];
  spoken: Spoken | null;
}) {
  const { page, label, paragraphs, spoken } = props;
  return (
    <div data-page={page} className="flowing-page">
      <p className="my-3 flex items-center gap-3 text-[0.8125rem] text-muted tabular-nums after:h-px after:flex-1 after:bg-border">
        {label}
      </p>
      {paragraphs.map(({ text, isHeading }, at) => {
        const isSpoken = spoken?.paragraph === at;
        return (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
            key={at}
            data-spoken={isSpoken}
            className={classes(
              "mb-[0.8em] font-doc text-[1.125em] leading-[1.6] break-words",
              isHeading && "text-[1.3em] font-[650]",
              isSpoken && "rounded-1 bg-primary-soft text-on-primary-soft",
            )}
          >
            {text}
          </p>
        );
      })}
    </div>
  );
}

/** Begins at the page that was read, and takes the desk along, so that leaving leads to the same page. */
function usePageUnderEye(scroller: React.RefObject<HTMLDivElement>, hasPages: boolean): void {
  const { desk } = useReader();
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !hasPages) return;
    const find = () => [...element.querySelectorAll<HTMLElement>("[data-page]")];
    find()
      .find(({ dataset }) => Number(dataset.page) === latest.current.page)
      ?.scrollIntoView({ block: "start", behavior: "auto" });
    let resting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        const line = element.getBoundingClientRect().top + 120;
        const under = find().findLast((page) => page.getBoundingClientRect().top <= line);
        const page = Number(under?.dataset.page ?? 0);
        if (page > 0 && page !== latest.current.page) latest.current.goTo(page);
      }, 150);
    };
    element.addEventListener("scroll", look, { passive: true });
    element.focus({ preventScroll: true });
    return () => {
      clearTimeout(resting);
      element.removeEventListener("scroll", look);
    };
  }, [scroller, hasPages]);
}

/** What a mark is called where it is listed, and for those who hear it. */
import { useTranslations } from "use-intl";
import type { PersonId } from "../../domain/ids";
import type { Anchor, Thread } from "../../domain/marks";
import { usePeople } from "../attendance";
import type { DrawnMark } from "./drawn-marks";
import { remarksOf } from "./threads-shown";

const longestTitle = 90;

export function useMarkWords() {
  const t = useTranslations("marks");
  const { nameOf: personName } = usePeople();
  const authorOf = (personId: PersonId) => personName(personId) ?? t("service");

  /** “diện tích dưới 500 ha”, or what stands nearest */
  const titleOf = ({ mark, anchor }: Pick<DrawnMark, "mark" | "anchor">): string => {
    if (anchor.type === "text") return t("quote", { quote: quoteOf(anchor) });
    const near = anchor.near?.exact.trim();
    if (near === undefined || near === "") {
      return mark.kind === "ink" || mark.kind === "note"
        ? t(`kind.${mark.kind}`)
        : t("stretchOfPage");
    }
    if (mark.kind === "ink") return t("inkOn", { near });
    return mark.kind === "note" ? t("noteOn", { near }) : t("quote", { quote: near });
  };

  const nameOf = (drawn: DrawnMark, thread: Thread | null): string => {
    const { mark, stored } = drawn;
    const words = {
      kind: t(`kind.${mark.kind}`),
      colour: t(`colour.${mark.colour ?? "ink"}`),
      what: titleOf(drawn),
      layer: t(`layer.${stored.layer}`),
      author: authorOf(stored.author),
    };
    if (thread === null) return t("name", words);
    return t("nameWithThread", {
      ...words,
      count: remarksOf(thread),
      resolved: thread.resolved ? "yes" : "no",
    });
  };

  const titleOfNote = (anchor: Anchor): string => {
    if (anchor.type === "text") return t("quote", { quote: quoteOf(anchor) });
    const near = anchor.near?.exact.trim();
    return near === undefined || near === "" ? t("kind.note") : t("noteOn", { near });
  };

  return { titleOf, titleOfNote, nameOf, authorOf };
}

/** On one line and not longer than a title. */
export function quoteOf(anchor: Extract<Anchor, { type: "text" }>): string {
  return shortened(anchor.quote.exact);
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}

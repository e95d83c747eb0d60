/** Pairs of versions with marks whose right place is known: the measure of alignment and placement. */
import type { VersionText } from "../../../domain/documents";
import { wholeText } from "../../../domain/documents";
import type { Language } from "./edits";
import * as edits from "./edits";
import { english, englishBoilerplate } from "./english";
import { type Paper, type Printed, paperOf, plainSetting, print, type Setting } from "./paper";
import { type Random, randomOf } from "./random";
import { vietnamese, vietnameseBoilerplate } from "./vietnamese";

export type KnownMark = {
  /** what is marked in the older version */
  stretch: { start: number; end: number };
  /** where it stands in the newer; null: it was touched or taken out */
  right: { start: number; end: number } | null;
};

export type VersionPair = {
  name: string;
  older: VersionText;
  newer: VersionText;
  marks: readonly KnownMark[];
};

type Edit = (paper: Paper, language: Language, random: Random) => Paper;
type Kind = {
  edit: Edit;
  base?: "boilerplate" | "series";
  setting?: Partial<Setting>;
  marks?: "short" | "over pages";
};

const anew: Partial<Setting> = { columns: 61, lines: 38, typeSize: 14 };
const headed: Partial<Setting> = {
  header: (page) => `Dự thảo 2 · ${page}`,
  footer: (page) => `Trang ${page}/9`,
};
const all: Edit = (paper, language, random) =>
  edits.reword(
    edits.reorder(edits.insertPage(paper, language, random), language, random),
    language,
    random,
  );

const kinds: Readonly<Record<string, Kind>> = {
  "inserted page": { edit: edits.insertPage },
  "reworded paragraphs": { edit: edits.reword },
  "reordered sections": { edit: edits.reorder },
  "renumbered articles": { edit: edits.renumber },
  "changed font": { edit: (paper) => paper, setting: { ...anew, hyphens: true, ligatures: true } },
  "changed header": { edit: edits.reword, setting: { ...headed, lines: 27 } },
  "repeated boilerplate": { edit: edits.oneFewer, base: "boilerplate" },
  "boilerplate and inserted page": { edit: edits.insertPage, base: "boilerplate" },
  "boilerplate without an article": { edit: edits.removeSection, base: "boilerplate" },
  "series with one fewer": { edit: edits.remove, base: "series" },
  "series with changed figures": { edit: edits.changeFigures, base: "series" },
  "quotes under 20 letters": { edit: edits.reword, marks: "short" },
  "short quotes after reordering": { edit: edits.reorder, marks: "short", setting: anew },
  "short quotes in boilerplate": { edit: edits.oneFewer, base: "boilerplate", marks: "short" },
  "selections over a page break": { edit: edits.insertPage, marks: "over pages", setting: headed },
  "deleted passages": { edit: edits.remove },
  "replaced passages": { edit: edits.replace },
  "divided and joined paragraphs": { edit: edits.divide, setting: { columns: 84 } },
  "changed figures": { edit: edits.changeFigures },
  "copied passage": { edit: edits.copy },
  "everything at once": { edit: all, setting: { ...anew, ...headed, hyphens: true } },
};

const languages = {
  vietnamese: {
    paragraphs: vietnamese,
    boilerplate: vietnameseBoilerplate,
    series: (n: number) =>
      `${n}. Tỉnh thứ ${n} được giao chỉ tiêu sử dụng đất phi nông nghiệp là ${n * 137} ha, trong đó đất khu công nghiệp là ${n * 31} ha, hoàn thành trước ngày 31 tháng 12 năm ${2026 + (n % 5)}.`,
    heading: /^Điều \d+\./,
    words: [
      "kịp thời",
      "sáu tháng một lần",
      "500",
      "công khai",
      "theo kế hoạch",
      "trung ương",
      "đã được phê duyệt",
    ],
    spare: [
      "Điều 15. Quỹ dự phòng thiên tai",
      "Quỹ dự phòng thiên tai quốc gia được lập để chi cho hoạt động cứu trợ khẩn cấp, khôi phục công trình thiết yếu sau bão, lũ, hạn hán và xâm nhập mặn.",
      "Mức đóng góp tự nguyện của doanh nghiệp được tính vào chi phí được trừ khi xác định thu nhập chịu thuế trong kỳ quyết toán.",
      "Hằng quý, cơ quan quản lý quỹ niêm yết số thu, số chi tại trụ sở và trên trang thông tin điện tử để nhân dân giám sát.",
      "Người đứng đầu đơn vị để xảy ra thất thoát thì bồi hoàn toàn bộ và bị xem xét kỷ luật theo quy định về công vụ.",
      "Kiểm toán nhà nước kiểm toán quỹ ít nhất hai năm một lần; kết luận kiểm toán được gửi đại biểu dân cử.",
    ],
  },
  english: {
    paragraphs: english,
    boilerplate: englishBoilerplate,
    series: (n: number) =>
      `${n}. District ${n} shall receive an allotment of ${n * 137} acres, of which ${n * 31} acres are reserved for public works, to be surveyed before the year ${2026 + (n % 5)}.`,
    heading: /^Article [IVX]+\./,
    words: [
      "promptly",
      "twice in every year",
      "five hundred",
      "in public",
      "by ordinance",
      "upon notice",
    ],
    spare: [
      "Article VIII. Of the treasury",
      "A regular Statement and Account of the Receipts and Expenditures of all public Money shall be published from time to time.",
      "No Tax or Duty shall be laid on Articles exported from any port, nor shall Vessels bound to one be obliged to enter or clear in another.",
      "Bonds of indemnity issued by territorial governors lapse after thirty months unless renewed by the comptroller in writing.",
      "Auditors may enter any depository during business hours and make copies of ledgers, vouchers and correspondence.",
      "Whoever conceals a deficit from the auditors forfeits the office and every pension attached to it.",
    ],
  },
} satisfies Record<string, Language & Record<string, unknown>>;

/** The same pairs at every call: 21 kinds in two languages, `seeds` of each. */
export function versionPairs(seeds = 3): VersionPair[] {
  return Object.entries(languages).flatMap(([language, words]) =>
    Object.entries(kinds).flatMap(([name, kind], index) =>
      Array.from({ length: seeds }, (_, seed) => {
        const random = randomOf(1 + seed + index * 101 + language.length * 7_919);
        const base =
          kind.base === "series"
            ? [
                ...words.paragraphs.slice(0, 6),
                ...Array.from({ length: 24 }, (_, n) => words.series(n + 1)),
              ]
            : kind.base === "boilerplate"
              ? withBoilerplate(words)
              : words.paragraphs;
        const paper = paperOf(base);
        const older = print(paper, { ...plainSetting, lines: 24 });
        const newer = print(kind.edit(paper, words, random), { ...plainSetting, ...kind.setting });
        return {
          name: `${name}, ${language}, ${seed}`,
          older: older.version,
          newer: newer.version,
          marks: marksOn(older, newer, kind.marks, random),
        };
      }),
    ),
  );
}

function withBoilerplate(words: (typeof languages)["vietnamese" | "english"]): string[] {
  return words.paragraphs.flatMap((text, index) => {
    const isLast =
      index + 1 === words.paragraphs.length ||
      words.heading.test(words.paragraphs[index + 1] ?? "");
    return isLast ? [text, ...words.boilerplate] : [text];
  });
}

/** A long paper of one's own text, with a page put in and a tenth of its paragraphs reworded. */
export function pairOf(paragraphs: readonly string[], marks: number): VersionPair {
  const words = languages.english;
  const random = randomOf(4);
  const paper = paperOf(paragraphs);
  const setting: Setting = { ...plainSetting, columns: 62, lines: 36 };
  const edited = edits.reword(edits.insertPage(paper, words, random), words, random, 0.1);
  const older = print(paper, setting);
  const newer = print(edited, { ...setting, columns: 60 });
  return {
    name: "a long paper",
    older: older.version,
    newer: newer.version,
    marks: marksOn(older, newer, undefined, random, marks),
  };
}

const marksOnEach = 40;

function marksOn(
  older: Printed,
  newer: Printed,
  kind: Kind["marks"],
  random: Random,
  count = marksOnEach,
): KnownMark[] {
  const { text, starts } = wholeText(older.version.pages);
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const rightPlace = rightPlaces(older, newer);
  const marks: KnownMark[] = [];
  while (marks.length < count) {
    let from = random.below(words.length);
    let length =
      kind === "short" ? 1 + random.below(4) : 1 + random.below(random.share() < 0.2 ? 45 : 14);
    if (kind === "over pages") {
      const page = starts[1 + random.below(starts.length - 1)] ?? 0;
      const across = words.findIndex(({ index }) => index >= page);
      from = Math.max(0, across - 2 - random.below(8));
      length = across - from + 1 + random.below(8);
    }
    const first = words[from];
    const last = words[Math.min(words.length, from + length) - 1];
    if (first === undefined || last === undefined) continue;
    const stretch = { start: first.index, end: last.index + last[0].length };
    if (kind === "short" && stretch.end - stretch.start >= 20) continue;
    const letters = older.places.filter(
      ({ start, end }) => start < stretch.end && end > stretch.start,
    );
    // A selection may run over a page number, but nobody begins one with it.
    if (letters[0]?.start !== stretch.start || letters.at(-1)?.end !== stretch.end) continue;
    marks.push({ stretch, right: rightPlace(letters) });
  }
  return marks;
}

/**
 * Where marked letters stand in the newer version: the same letters, in a row; or, where a word at an end of the
 * mark belongs to something that was taken out, the only place of either version that reads so.
 */
function rightPlaces(
  older: Printed,
  newer: Printed,
): (letters: Printed["places"]) => KnownMark["right"] {
  const placeOf = new Map(newer.places.map(({ origin }, index) => [origin, index]));
  const said = (places: Printed["places"]) => places.map(({ letter }) => letter).join("");
  const [before, after] = [said(older.places), said(newer.places)];
  const between = (first: number, count: number) => ({
    start: newer.places[first]?.start ?? 0,
    end: newer.places[first + count - 1]?.end ?? 0,
  });
  return (letters) => {
    const begin = placeOf.get(letters[0]?.origin ?? -1);
    const isInRow =
      begin !== undefined &&
      letters.every(({ origin }, index) => newer.places[begin + index]?.origin === origin);
    if (isInRow) return between(begin, letters.length);
    const quote = said(letters);
    const isOnly = (text: string) =>
      text.includes(quote) && text.indexOf(quote) === text.lastIndexOf(quote);
    return isOnly(before) && isOnly(after) ? between(after.indexOf(quote), letters.length) : null;
  };
}

/** Articles of a law or decree, endless and numbered; the same seed gives the same articles to every paper. */
import { type Block, group, h, p } from "../press";
import { type Facet, facets, reasons } from "./clauses";
import { bagOf, between } from "./random";
import { capitals, type Rules, Speech } from "./speech";

/** The thing an article is about, and the act on it: "chữ ký số", "cấp, sử dụng chữ ký số". */
export type Matter = { o: string; a: string };
/** Rules must have: actor, authority, data, system, principle. */
export type StatuteSubject = {
  seed: string;
  rules: Rules;
  chapters: readonly { title: string; matters: readonly Matter[] }[];
};

export type Clause = { text: string; points: readonly string[]; before: string; reason: string };
export type Article = { title: string; clauses: readonly Clause[] };

const letters = "abcdeghiklm";

/** What the old text said: other terms and no new duties. */
function older(text: string, speech: Speech): string {
  const draw = speech.random();
  if (draw < 0.18) return "Chưa quy định.";
  const slower = text
    .replace(/(\d+) ngày làm việc/g, (_, days: string) => `${Number(days) * 2 + 5} ngày`)
    .replace(/trực tuyến hoặc trực tiếp/g, "trực tiếp")
    .replace(/, công khai|; hồ sơ trực tuyến không phải nộp kèm bản giấy/g, "")
    .replace(/trong ngày làm việc/g, "trong thời hạn 15 ngày");
  if (slower !== text) return slower;
  if (draw < 0.45) return `${text.split(/[;,] /)[0] ?? text}.`.replace(/\.+$/, ".");
  return draw < 0.75 ? text : text.replace("phải", "có thể").replace("không quá", "khoảng");
}

/** Articles of one chapter, without end. */
export function* articlesOf(
  subject: StatuteSubject,
  chapter: number,
): Generator<Article, never, void> {
  const speech = new Speech(subject.rules, `${subject.seed}/${chapter}`);
  const matters = subject.chapters[chapter]?.matters ?? [];
  const facet = bagOf(facets, speech.random);
  const matter = bagOf(matters, speech.random);
  for (;;) yield article(facet(), matter(), speech);
}

function article(facet: Facet, matter: Matter, speech: Speech): Article {
  const actor = speech.phrase("actor");
  const authority = speech.phrase("authority");
  const say = (text: string) =>
    speech.say(
      text
        .replaceAll("{o}", matter.o)
        .replaceAll("{a}", matter.a)
        .replaceAll("{actor}", actor)
        .replaceAll("{authority}", authority),
    );
  const some = (texts: readonly string[], most: number) => {
    const pick = bagOf(texts, speech.random);
    return Array.from({ length: Math.min(texts.length, most) }, pick);
  };
  const reason = bagOf(reasons, speech.random);
  const clauses: Clause[] = [];
  if (facet.lead !== undefined) {
    const points = some(facet.points ?? [], between(speech.random, 3, 5)).map(say);
    clauses.push({
      text: say(facet.lead),
      points,
      before: older(say(facet.lead), speech),
      reason: reason(),
    });
  }
  for (const template of some(facet.clauses, between(speech.random, 2, 4))) {
    const text = say(template);
    clauses.push({ text, points: [], before: older(text, speech), reason: reason() });
  }
  return { title: say(facet.title), clauses };
}

/** An article as blocks of a draft. */
export function articleBlock(article: Article, number: number): Block {
  const blocks: Block[] = [h(2, `Điều ${number}. ${article.title}`)];
  for (const [index, clause] of article.clauses.entries()) {
    const lead = article.clauses.length > 1 ? `${index + 1}. ` : "";
    blocks.push(p(`${lead}${clause.text}`, { keep: clause.points.length > 0 }));
    for (const [at, point] of clause.points.entries()) {
      blocks.push(
        p(
          `${letters.charAt(at)}) ${capitals(point)}${at === clause.points.length - 1 ? "." : ";"}`,
        ),
      );
    }
  }
  return group(...blocks);
}

/** An article as rows of a comparison: old, new, why. */
export function* comparisonRows(
  article: Article,
  number: number,
): Generator<readonly string[], void, void> {
  for (const [index, clause] of article.clauses.entries()) {
    const head = index === 0 ? `**Điều ${number}. ${article.title}**\n` : "";
    const points = clause.points
      .map((point, at) => `\n${letters.charAt(at)}) ${capitals(point)};`)
      .join("");
    const oldPoints =
      clause.before === "Chưa quy định."
        ? ""
        : clause.points
            .slice(0, 2)
            .map((point, at) => `\n${letters.charAt(at)}) ${capitals(point)};`)
            .join("");
    yield [
      `${index === 0 && clause.before !== "Chưa quy định." ? `**${article.title}**\n` : ""}${clause.before}${oldPoints}`,
      `${head}${article.clauses.length > 1 ? `${index + 1}. ` : ""}${clause.text}${points}`,
      clause.reason,
    ];
  }
}

/** The English reference paper: a comparative handbook of 352 pages, one chapter after another. */
import { bagOf, between, decimal, grouped, Speech } from "../grammar";
import { book, type PaperPlan } from "../house";
import { type Block, counted, group, h, type Part, p, printPaper } from "../press";
import { type Chapter, chapters } from "./reference-chapters";
import { type Shape, shapes, treatise } from "./reference-grammar";

const sections: readonly {
  title: string;
  shape: Shape;
  share: number;
  table?: boolean;
  figure?: boolean;
  list?: boolean;
}[] = [
  { title: "The question", shape: "question", share: 1.6 },
  { title: "How jurisdictions answer it", shape: "compare", share: 3.4, table: true },
  { title: "In the courts", shape: "cases", share: 2.8 },
  { title: "What the figures say", shape: "data", share: 2.4, figure: true, table: true },
  { title: "Weighing the models", shape: "question", share: 2 },
  { title: "Drafting notes", shape: "advice", share: 2.6, list: true },
  { title: "Points for discussion", shape: "advice", share: 1.2, list: true },
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lands = [
  "Arlen",
  "Brisca",
  "Caldera Isles",
  "Dunmark",
  "Estoria",
  "Ferrand",
  "Galvia",
  "Harrow Coast",
  "Ivandel",
  "Jorvania",
  "Kestrel Republic",
  "Lorne",
  "Meridia",
  "Norrin Union",
  "Palladia",
  "Querdon",
];

type Numbers = { table: number; figure: number };

function comparison(speech: Speech, number: string, thing: string): Block {
  const land = bagOf(lands, speech.random);
  return group(
    p(
      `Table ${number} sets out the main features side by side; the year is that of the latest amendment.`,
      { keep: true },
    ),
    {
      kind: "table",
      caption: `Table ${number}. ${capital(thing)} in eight jurisdictions`,
      columns: [
        { label: "Jurisdiction", share: 2 },
        { label: "Principal duty", share: 4 },
        { label: "Time limit", share: 1.6 },
        { label: "Remedy", share: 3.2 },
        { label: "Year", share: 0.9, align: "center" },
      ],
      rows: Array.from({ length: 8 }, () => [
        land(),
        `To ${speech.phrase("duty")}`,
        `${between(speech.random, 1, 30)} days`,
        capital(speech.phrase("remedy")),
        String(between(speech.random, 2008, 2025)),
      ]),
    },
  );
}

function figure(speech: Speech, number: string, thing: string): Block {
  const land = bagOf(lands, speech.random);
  const values = Array.from(
    { length: 6 },
    () => Math.round((6 + speech.random() * 58) * 10) / 10,
  ).sort((a, b) => b - a);
  const labels = values.map(() => land());
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 0;
  return group(
    p(
      `Figure ${number} ranks six jurisdictions. ${labels[0] ?? ""} stands first with ${decimal(first, "en")} disputes per ten thousand transactions, ${labels.at(-1) ?? ""} last with ${decimal(last, "en")}.`,
      { keep: true },
    ),
    {
      kind: "chart",
      look: "rows",
      caption: `Figure ${number}. Disputes on ${thing}`,
      unit: "per ten thousand transactions",
      labels,
      series: [{ label: "Disputes", values }],
      decimal: ".",
      source: `Source: ${grouped(between(speech.random, 1100, 8800), "en")} files examined by the authors.`,
    },
  );
}

function list(speech: Speech): Block {
  const items = Array.from({ length: between(speech.random, 3, 5) }, (_, index) =>
    p(`(${"abcdef".charAt(index)}) ${speech.say("{advise}")}`, { left: 16, first: 0 }),
  );
  return group(p("The following points have proved useful in practice:", { keep: true }), ...items);
}

function chapterParts(chapter: Chapter, at: number): Part[] {
  const number = at + 1;
  const speech = new Speech({ ...treatise, ...chapter.words }, `reference/${number}`, "en");
  const count: Numbers = { table: 0, figure: 0 };
  const thing = () => speech.phrase("thing");
  return sections.map((section, index) => ({
    newPage: index === 0,
    share: section.share,
    opening: () => [
      ...(index === 0 ? [h(1, `Chapter ${number}\n${chapter.title}`, { center: true })] : []),
      h(2, `${number}.${index + 1} ${section.title}`),
    ],
    *filling() {
      const shape = bagOf<readonly string[]>(shapes[section.shape], speech.random);
      for (let turn = 1; ; turn += 1) {
        if (section.table === true && turn % 7 === 4) {
          yield counted(
            () => {
              count.table += 1;
            },
            comparison(speech, `${number}.${count.table + 1}`, thing()),
          );
        } else if (section.figure === true && turn % 6 === 2) {
          yield counted(
            () => {
              count.figure += 1;
            },
            figure(speech, `${number}.${count.figure + 1}`, thing()),
          );
        } else if (section.list === true && turn % 5 === 3) yield list(speech);
        else yield p(speech.paragraph(...shape()));
      }
    },
  }));
}

export function printReference(plan: PaperPlan): Promise<Buffer> {
  return printPaper({
    title: "Digital Transactions in Comparative Law: A Handbook for Legislators",
    author: "Institute for Comparative Digital Law, Lorne (fictional)",
    subject: plan.title.en,
    language: "en",
    date: new Date(Date.UTC(2025, 4, 12)),
    pages: plan.pages,
    size: "book",
    style: book,
    head: [
      { kind: "drawing", height: 120, paint: () => undefined },
      p("DIGITAL TRANSACTIONS\nIN COMPARATIVE LAW", {
        face: "bold",
        size: 22,
        align: "center",
        after: 14,
      }),
      p("A Handbook for Legislators", { face: "italic", size: 15, align: "center", after: 60 }),
      p("Reference paper for the amended Law on Digital Transactions", {
        size: 11,
        align: "center",
        after: 120,
      }),
      p("Institute for Comparative Digital Law\nLorne, 2025", { size: 11, align: "center" }),
    ],
    parts: [
      {
        newPage: true,
        share: 1.6,
        opening: () => [
          h(1, "Contents", { center: true }),
          ...chapters.map((chapter, index) =>
            p(`${index + 1}. ${chapter.title}`, { first: 0, align: "left" }),
          ),
          p(
            "The jurisdictions, courts and figures in this handbook are fictional; they were written for a demonstration.",
            { face: "italic", before: 12 },
          ),
        ],
      },
      ...chapters.flatMap(chapterParts),
    ],
    tail: () => [
      h(2, "A closing word"),
      p(
        "A statute on digital transactions is never finished. What this handbook can offer is an order of questions; the answers belong to those who will live under the law.",
      ),
    ],
  });
}

/** Puts what is taken into words: the sheet for a PDF, the rows of the list. */
import type { PersonId } from "../ids";
import type { Anchor, Root } from "../marks";
import type { ListedLine, OutgoingMark } from "./sheet";
import type { Taken } from "./taken";
import { type ExportWords, filled, listColumns, timeIn } from "./words";

export type Telling = {
  words: ExportWords;
  /** names of all who wrote something; who is missing has none any more */
  people: Readonly<Record<PersonId, string>>;
  /** the pack's running number of each page of the exported version */
  packPages: readonly string[];
};

const nameOf = ({ people }: Telling, personId: PersonId | null): string =>
  personId === null ? "" : (people[personId] ?? "");

/** The marks that have a place on the exported version. */
export function outgoingMarks(taken: readonly Taken[], telling: Telling): OutgoingMark[] {
  return taken.flatMap(({ thread, anchor }) => {
    const { root, replies, resolved, resolvedBy } = thread;
    if (root === null || anchor === null) return [];
    const { words } = telling;
    const { mark } = root;
    const last = replies.at(-1);
    return {
      name: thread.key,
      kind: mark.kind,
      author: nameOf(telling, root.author),
      madeAt: mark.madeAt,
      subject: subjectOf(root, words),
      body: mark.body,
      colour: mark.colour,
      places: anchor.type === "text" ? anchor.rects : [{ page: anchor.page, box: anchor.box }],
      pinned: anchor.type === "text" ? ("margin" as const) : ("spot" as const),
      strokes: mark.kind === "ink" ? strokesAt(mark.strokes, mark.anchor, anchor) : [],
      replies: replies.map((reply) => ({
        author: nameOf(telling, reply.author),
        at: reply.mark.madeAt,
        text: reply.mark.body,
      })),
      state:
        resolvedBy === null
          ? null
          : {
              author: nameOf(telling, resolvedBy),
              // the log has an order and no times: not before the last answer
              at: last?.mark.madeAt ?? mark.madeAt,
              text: filled(resolved ? words.resolvedBy : words.reopenedBy, {
                name: nameOf(telling, resolvedBy),
              }),
              resolved,
            },
    };
  });
}

/** The lines of the sheet at the end; none when everything has its place. */
export function listedLines(taken: readonly Taken[], telling: Telling): ListedLine[] {
  const { words } = telling;
  const unplaced = taken.filter(({ anchor }) => anchor === null);
  if (unplaced.length === 0) return [];
  const lines: ListedLine[] = [
    { style: "heading", text: words.unplaced },
    { style: "detail", text: words.unplacedExplain },
  ];
  for (const { thread, placement } of unplaced) {
    const { root, replies } = thread;
    if (root === null) {
      lines.push({ style: "entry", text: words.kind.deleted });
    } else {
      const was = filled(words.wasOnPage, { page: String(firstPage(root.mark.anchor)) });
      lines.push(
        { style: "entry", text: subjectOf(root, words) },
        {
          style: "detail",
          text: `${nameOf(telling, root.author)} · ${timeIn(words, root.mark.madeAt)} · ${was} · ${words.place[placement]}`,
        },
      );
      const quote = quoteOf(root);
      if (quote !== "") lines.push({ style: "quote", text: `“${quote}”` });
      if (root.mark.body !== "") lines.push({ style: "text", text: root.mark.body });
    }
    for (const { author, mark } of replies) {
      lines.push(
        { style: "detail", text: `${nameOf(telling, author)} · ${timeIn(words, mark.madeAt)}` },
        { style: "text", text: mark.body },
      );
    }
  }
  return lines;
}

/** The list: a row of headings, then each mark followed by the answers to it. */
export function listRows(taken: readonly Taken[], telling: Telling): string[][] {
  const { words, packPages } = telling;
  const rows = [listColumns.map((column) => words.column[column])];
  for (const { thread, anchor, placement } of taken) {
    const { root, replies, resolved } = thread;
    const page = anchor === null ? null : firstPage(anchor);
    const place = [
      page === null ? "" : String(page),
      page === null ? "" : (packPages[page - 1] ?? ""),
    ];
    const layer = words.layer[thread.layer];
    const state = resolved ? words.state.resolved : words.state.open;
    const where = words.place[placement];
    if (root === null) {
      rows.push([...place, words.kind.deleted, "", layer, "", "", "", "", state, where]);
    } else {
      const { mark } = root;
      rows.push([
        ...place,
        words.kind[mark.kind],
        mark.colour === null ? "" : words.colour[mark.colour],
        layer,
        nameOf(telling, root.author),
        timeIn(words, mark.madeAt),
        quoteOf(root),
        mark.body,
        state,
        where,
      ]);
    }
    for (const { author, mark } of replies) {
      const said = [nameOf(telling, author), timeIn(words, mark.madeAt), "", mark.body];
      rows.push([...place, words.kind.reply, "", layer, ...said, state, where]);
    }
  }
  return rows;
}

const subjectOf = ({ mark, layer }: Root, words: ExportWords): string =>
  [
    words.kind[mark.kind],
    ...(mark.colour === null ? [] : [words.colour[mark.colour]]),
    words.layer[layer],
  ].join(" · ");

const quoteOf = ({ mark }: Root): string =>
  mark.anchor.type === "text" ? mark.anchor.quote.exact : "";

const firstPage = (anchor: Anchor): number =>
  anchor.type === "place" ? anchor.page : (anchor.rects[0]?.page ?? 1);

type Ink = Extract<Root["mark"], { kind: "ink" }>;

/** Without pressure, and shifted as far as the mark was moved: strokes are drawn in points of the page. */
function strokesAt(strokes: Ink["strokes"], from: Anchor, to: Anchor): OutgoingMark["strokes"] {
  const isPlaced = from.type === "place" && to.type === "place";
  const across = isPlaced ? to.box.x - from.box.x : 0;
  const down = isPlaced ? to.box.y - from.box.y : 0;
  return strokes.map(({ width, points }) => {
    const flat: number[] = [];
    for (let index = 0; index + 1 < points.length; index += 3) {
      flat.push((points[index] ?? 0) + across, (points[index + 1] ?? 0) + down);
    }
    return { width, points: flat };
  });
}

/**
 * `search`: queries over a pack of 2,000 pages, as the server answers them for one reader: sight, candidates, hits
 * in order, snippets. Beside what PostgreSQL does alone with its own full-text search over the same pages (`simple`
 * after `unaccent`, GIN, the 100 best by rank with `ts_headline`), which knows nothing of who may see what.
 */
import { connect } from "../../db/connect";
import { indexMissing } from "../../server/search";
import { openPaperMeeting } from "../../tests/support/paper-meeting";
import { pdf } from "../../tests/support/pdf";
import { quantile, type Row, row } from "../report";

const { BENCH_REPETITIONS = "3", BENCH_PAGES = "2000" } = process.env;
const papers = 8;
const roundsEach = 10;

/** Everyday words of official prose; the first ones are the most frequent. */
const vocabulary =
  "và của các về theo quy định nghị định quyết định ủy ban nhân dân cấp tỉnh việc quản lý đất đai đầu tư công dự án thực hiện trách nhiệm cơ quan tổ chức cá nhân ngân sách nhà nước báo cáo trình thẩm quyền phê duyệt điều chỉnh kế hoạch phát triển kinh tế xã hội bảo vệ môi trường khoản điều luật thông tư hướng dẫn chính phủ thủ tướng bộ trưởng văn phòng kiểm tra giám sát xử lý vi phạm hồ sơ thủ tục hành chính giải phóng mặt bằng tái định cư".split(
    " ",
  );
const queries = {
  "on every page": "nghị định",
  "without marks": "nghi dinh dat dai",
  "on few pages": "hồ chứa thủy lợi",
  "begun only": "quản l",
  nowhere: "tàu ngầm nguyên tử",
} as const;

export async function search(): Promise<Row[]> {
  const meeting = await openPaperMeeting({}, { inDataDir: true });
  const { database, cabinet } = meeting.server;
  const owner = connect(database.url, { max: 1 });
  try {
    const { open, closed } = meeting.items;
    for (let n = 0; n < papers; n++) {
      const file = pdf({ pages: [`to trinh ${n}`] });
      await meeting.addPaper(n === 0 ? closed : open, file, `Tờ trình ${n}`);
    }
    await meeting.publish();
    const perPaper = Math.ceil(Number(BENCH_PAGES) / papers);
    const shas = await database.sql<{ sha256: string }[]>`select distinct sha256 from page_text`;
    const random = seeded(2_026);
    for (const [paper, { sha256 }] of shas.entries()) {
      const pages = Array.from({ length: perPaper }, (_, n) => prose(random, paper + n));
      await owner`
        insert into page_text (sha256, page, content)
        select ${sha256}, 1 + place, content
        from unnest(${pages}::text[]) with ordinality as given (content, place)`;
    }
    await indexMissing(database.drizzle);
    await owner.unsafe(`
      create extension if not exists unaccent;
      create text search configuration peer (copy = simple);
      alter text search configuration peer alter mapping for hword, hword_part, word
        with unaccent, simple;
      create table bench_page as select sha256, page, content, to_tsvector('peer', content) as words
        from page_text;
      create index on bench_page using gin (words);
      analyze;`);
    const ours = async (typed: string) => {
      const asked = { typed, documentId: null };
      await cabinet.read.searchMeeting(meeting.meetingId, meeting.people.member, asked);
    };
    const peer = async (typed: string) => {
      await owner`
        select sha256, page, ts_headline('peer', content, query) from (
          select *, phraseto_tsquery('peer', ${typed}) as query from bench_page
          where words @@ phraseto_tsquery('peer', ${typed})
          order by ts_rank(words, phraseto_tsquery('peer', ${typed})) desc limit 100
        ) as best`;
    };
    const rows: Row[] = [];
    for (const [name, typed] of Object.entries(queries)) {
      const sides = { ours: await timesOf(ours, typed), peer: await timesOf(peer, typed) };
      const beside = (share: number) => ({
        name: "PostgreSQL's own",
        values: sides.peer.map((times) => quantile(times, share)),
      });
      for (const [label, share] of [
        ["p50", 0.5],
        ["p99", 0.99],
      ] as const)
        rows.push(
          row(
            `a query that is ${name}, ${label}`,
            "ms",
            sides.ours.map((times) => quantile(times, share)),
            beside(share),
          ),
        );
    }
    return rows;
  } finally {
    await owner.end();
    await meeting.stop();
  }
}

/** Of each repetition, sorted; one more before them to warm up. */
async function timesOf(ask: (typed: string) => Promise<void>, typed: string): Promise<number[][]> {
  const all: number[][] = [];
  for (let repetition = 0; repetition <= Number(BENCH_REPETITIONS); repetition++) {
    const times: number[] = [];
    for (let n = 0; n < roundsEach; n++) {
      const startedAt = performance.now();
      await ask(typed);
      times.push(performance.now() - startedAt);
    }
    if (repetition > 0) all.push(times.sort((left, right) => left - right));
  }
  return all;
}

/** Some 2,000 letters; one page in a hundred speaks of something of its own. */
function prose(random: () => number, page: number): string {
  const words = Array.from(
    { length: 380 },
    () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? "",
  );
  if (page % 100 === 7) words.splice(100, 0, "hồ chứa thủy lợi");
  return words.join(" ");
}

/** The same numbers at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Item 8: the education treaty with the Republic of Thanh Nguyên, in two columns. */
import { bagOf, between, seeded, Writer } from "../grammar";
import { mixes, type PaperPlan, printOfficial, report, reportParts } from "../house";
import { type Block, counted, type Part, p, printPaper } from "../press";

import { clauses, fields, type TwoTongues } from "./clauses";
import { education } from "./subject";

const side = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: "table",
  bare: true,
  size: 12,
  columns: [
    { label: "", share: 1, align: "justify" },
    { label: "", share: 1, align: "justify" },
  ],
  rows: rows.map((row) => [...row]),
});

const chapterTitles: readonly TwoTongues[] = [
  { vi: "LĨNH VỰC HỢP TÁC", en: "FIELDS OF CO-OPERATION" },
  { vi: "TRAO ĐỔI NGƯỜI HỌC, NHÀ GIÁO", en: "EXCHANGE OF LEARNERS AND TEACHERS" },
  { vi: "VĂN BẰNG, CHẤT LƯỢNG", en: "QUALIFICATIONS AND QUALITY" },
  { vi: "TỔ CHỨC THỰC HIỆN", en: "IMPLEMENTATION" },
];

function printTreaty(plan: PaperPlan): Promise<Buffer> {
  const random = seeded(plan.key);
  let article = 3;
  const chapter = (title: TwoTongues, index: number): Part => {
    const field = bagOf(fields, random);
    return {
      opening: () => [
        side([[`**Chương ${index + 2}. ${title.vi}**`, `**Chapter ${index + 2}. ${title.en}**`]]),
      ],
      share: 1,
      *filling() {
        for (;;) {
          const topic = field();
          const pick = bagOf(clauses, random);
          const texts = Array.from(
            { length: between(random, 3, 5) },
            (_, at): readonly [string, string] => {
              const clause = pick();
              const n = String(between(random, 10, 60));
              const m = String(between(random, 2, 4));
              const fill = (text: string, name: string) =>
                `${at + 1}. ${text.replace("{field}", name).replace("{n}", n).replace("{m}", m)}`;
              return [fill(clause.vi, topic.vi), fill(clause.en, topic.en)];
            },
          );
          const heading = [
            `**Điều ${article}. Hợp tác về ${topic.vi}**`,
            `**Article ${article}. Co-operation in ${topic.en}**`,
          ] as const;
          yield counted(
            () => {
              article += 1;
            },
            side([heading, ...texts]),
          );
        }
      },
    };
  };
  return printPaper({
    title: plan.title.vi,
    author: "Bộ Ngoại giao",
    subject: plan.title.en,
    language: "vi",
    date: new Date(Date.UTC(2026, 10, 10, 2)),
    pages: plan.pages,
    style: report,
    head: [
      side([
        [
          "**HIỆP ĐỊNH**\ngiữa Chính phủ Cộng hòa Hồng Lạc và Chính phủ Cộng hòa Thanh Nguyên về hợp tác giáo dục",
          "**AGREEMENT**\nbetween the Government of the Republic of Hồng Lạc and the Government of the Republic of Thanh Nguyên on Co-operation in Education",
        ],
      ]),
      side([
        [
          "Chính phủ Cộng hòa Hồng Lạc và Chính phủ Cộng hòa Thanh Nguyên, sau đây gọi chung là “hai Bên”;",
          "The Government of the Republic of Hồng Lạc and the Government of the Republic of Thanh Nguyên, hereinafter referred to as “the Parties”;",
        ],
        [
          "Mong muốn tăng cường quan hệ hữu nghị giữa nhân dân hai nước thông qua giáo dục;",
          "Desiring to strengthen the friendship between their peoples through education;",
        ],
        ["Đã thỏa thuận như sau:", "Have agreed as follows:"],
        ["**Điều 1. Mục đích**", "**Article 1. Purpose**"],
        [
          "Hiệp định này tạo khuôn khổ cho hợp tác trong giáo dục, đào tạo và nghiên cứu giữa hai nước.",
          "This Agreement provides the framework for co-operation in education, training and research between the two countries.",
        ],
        ["**Điều 2. Giải thích từ ngữ**", "**Article 2. Definitions**"],
        [
          "1. “Người học” là học sinh, sinh viên, học viên của một Bên.",
          "1. “Learner” means a pupil, student or trainee of either Party.",
        ],
        [
          "2. “Cơ sở giáo dục” là cơ sở được thành lập và công nhận theo pháp luật của mỗi Bên.",
          "2. “Educational institution” means an institution established and recognised under the law of each Party.",
        ],
      ]),
    ],
    parts: chapterTitles.map(chapter),
    tail: () => [
      side([
        [`**Điều ${article}. Hiệu lực**`, `**Article ${article}. Entry into force**`],
        [
          "Hiệp định này có hiệu lực ba mươi (30) ngày sau ngày nhận được thông báo sau cùng về việc hoàn thành thủ tục trong nước, có thời hạn năm (5) năm và được mặc nhiên gia hạn.",
          "This Agreement shall enter into force thirty (30) days after receipt of the later notification that domestic procedures have been completed; it shall remain in force for five (5) years and be tacitly renewed.",
        ],
        [
          "Làm thành hai bản, mỗi bản bằng tiếng nước mình và tiếng Anh; các văn bản có giá trị như nhau trong khuôn khổ bản minh họa này.",
          "Done in duplicate, each in the national language and in English, both texts being equally authentic for the purpose of this demonstration.",
        ],
        [
          "**THAY MẶT CHÍNH PHỦ\nCỘNG HÒA HỒNG LẠC**\n(chưa ký)",
          "**FOR THE GOVERNMENT OF THE\nREPUBLIC OF THANH NGUYÊN**\n(not signed)",
        ],
      ]),
    ],
  });
}

function printSubmission(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(education, plan.key);
  return printOfficial(plan, {
    agency: "BNG",
    number: "142/TTr-BNG",
    dated: { day: 12, month: 11, year: 2026 },
    form: "TỜ TRÌNH",
    subject: "Về việc phê duyệt Hiệp định hợp tác giáo dục\nvới Cộng hòa Thanh Nguyên",
    to: "Chính phủ",
    preamble: [
      "Hai bên đã hoàn thành đàm phán ba vòng và ký tắt dự thảo Hiệp định ngày 28 tháng 9 năm 2026. Hiệp định không trái Hiến pháp, không có quy định khác với luật hiện hành.",
      "Hiệp định dự kiến tạo điều kiện cho khoảng 420 người học mỗi năm; chi từ ngân sách 36 tỷ đồng mỗi năm, đã được Bộ Tài chính thống nhất.",
    ].map((text) => p(text)),
    parts: [
      ...reportParts(writer, [
        {
          title: "I. SỰ CẦN THIẾT VÀ YÊU CẦU",
          texts: [
            "Quan hệ giáo dục giữa hai nước phát triển nhanh: số người học trao đổi tăng từ 86 người năm 2021 lên 312 người năm 2026; 14 cơ sở giáo dục đại học của hai nước đã có thỏa thuận riêng nhưng thiếu khuôn khổ cấp chính phủ.",
            "Việc công nhận văn bằng hiện giải quyết từng trường hợp, bình quân 74 ngày; Hiệp định rút xuống còn 30 ngày.",
          ],
          blocks: [
            {
              kind: "chart",
              look: "bars",
              caption: "Hình 1. Người học trao đổi giữa hai nước",
              unit: "Đơn vị: người",
              labels: ["2021", "2022", "2023", "2024", "2025", "2026"],
              series: [{ label: "Người học", values: [86, 118, 164, 209, 267, 312] }],
              decimal: ",",
            },
          ],
        },
        {
          title: "II. NỘI DUNG CHÍNH CỦA HIỆP ĐỊNH",
          texts: [
            "1. Lĩnh vực hợp tác: đào tạo giáo viên, trao đổi sinh viên, công nhận văn bằng, giáo dục nghề nghiệp, ngôn ngữ, nghiên cứu chung.",
            "2. Cơ chế: Ủy ban hỗn hợp họp hằng năm, luân phiên tại mỗi nước.",
            "3. Tài chính: mỗi Bên chịu chi phí của mình; Bên tiếp nhận miễn học phí trong chỉ tiêu.",
            "4. Hiệu lực: 5 năm, mặc nhiên gia hạn.",
          ],
        },
        {
          title: "III. ĐÁNH GIÁ TÁC ĐỘNG",
          texts: [
            "1. Tác động chính trị, đối ngoại: tích cực, củng cố quan hệ hữu nghị.",
            "2. Tác động kinh tế – xã hội: nâng chất lượng nhân lực; giảm chi phí du học của gia đình.",
            "3. Tác động pháp lý: không phải sửa đổi, bổ sung luật; giao Bộ Giáo dục và Đào tạo hướng dẫn trong 90 ngày.",
          ],
        },
        {
          title: "IV. TUÂN THỦ QUY ĐỊNH VỀ ĐIỀU ƯỚC QUỐC TẾ",
          texts: [
            "Hồ sơ đầy đủ theo quy định; Bộ Tư pháp thẩm định, Bộ Ngoại giao kiểm tra đề xuất ký và phê duyệt. Ý kiến trước phiên họp: 26/27 Thành viên Chính phủ thống nhất.",
          ],
        },
      ]),
      ...reportParts(writer, [
        { title: "V. KẾ HOẠCH TRIỂN KHAI", share: 4, mix: { moves: ["duties"], tables: 3 } },
      ]),
    ],
    closing: [
      "Bộ Ngoại giao kính trình Chính phủ phê duyệt Hiệp định theo thủ tục không thảo luận.",
    ],
  });
}

function printOpinions(plan: PaperPlan): Promise<Buffer> {
  const writer = new Writer(education, plan.key);
  return printOfficial(plan, {
    agency: "BNG",
    number: "",
    dated: { day: 11, month: 11, year: 2026 },
    form: "Ý KIẾN CÁC BỘ",
    subject:
      "Bộ Giáo dục và Đào tạo, Bộ Tài chính, Bộ Tư pháp\nvề dự thảo Hiệp định hợp tác giáo dục với Cộng hòa Thanh Nguyên",
    parts: reportParts(writer, [
      {
        title: "I. BỘ GIÁO DỤC VÀ ĐÀO TẠO (văn bản số 6120/BGD-HTQT)",
        share: 3,
        texts: [
          "Thống nhất. Đề nghị làm rõ quy trình công nhận văn bằng và chỉ tiêu học bổng hằng năm.",
        ],
        mix: mixes.duties,
      },
      {
        title: "II. BỘ TÀI CHÍNH (văn bản số 11690/BTC-HTQT)",
        newPage: true,
        share: 3,
        texts: ["Thống nhất mức chi 36 tỷ đồng mỗi năm, bố trí trong dự toán chi giáo dục."],
        mix: mixes.views,
      },
      {
        title: "III. BỘ TƯ PHÁP (văn bản số 5344/BTP-PLQT)",
        newPage: true,
        share: 3,
        texts: [
          "Hiệp định không trái Hiến pháp, phù hợp pháp luật; hình thức phê duyệt đúng thẩm quyền.",
        ],
        mix: mixes.views,
      },
    ]),
    closing: ["Bộ Ngoại giao sao gửi nguyên văn kết luận của ba bộ kèm theo hồ sơ trình."],
  });
}

const base = { meeting: "november", item: 8 } as const;
export const treatyPapers: readonly PaperPlan[] = [
  {
    ...base,
    key: "treaty-submission",
    kind: "submission",
    pages: 7,
    fileName: "To-trinh-142-TTr-BNG.pdf",
    title: { vi: "Tờ trình", en: "Submission" },
    print: printSubmission,
  },
  {
    ...base,
    key: "treaty-text",
    kind: "treaty",
    pages: 44,
    fileName: "Hiep-dinh-song-ngu.pdf",
    title: { vi: "Hiệp định (song ngữ)", en: "Agreement (bilingual)" },
    print: printTreaty,
  },
  {
    ...base,
    key: "treaty-opinions",
    kind: "agency_opinion",
    pages: 9,
    fileName: "Y-kien-BGD-BTC-BTP.pdf",
    title: {
      vi: "Ý kiến của BGD, BTC, BTP",
      en: "Opinions of the ministries of education, finance, justice",
    },
    print: printOpinions,
  },
];
